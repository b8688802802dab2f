/** Structure-aware fuzzing of every verb of the library, and what must hold for any document. */
package org.libvirtspm.translator.fuzz;
