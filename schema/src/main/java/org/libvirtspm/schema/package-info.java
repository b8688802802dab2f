/** The extended domain XML as a language: where its grammars are and what its names are. */
package org.libvirtspm.schema;
