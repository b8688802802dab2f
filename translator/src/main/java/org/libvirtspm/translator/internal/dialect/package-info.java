/** The ways QEMU spells Specific Purpose Memory, one class each. */
package org.libvirtspm.translator.internal.dialect;
