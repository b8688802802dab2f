/** Asks an emulator over QMP which dialects of Specific Purpose Memory it speaks. */
package org.libvirtspm.host.qmp;
