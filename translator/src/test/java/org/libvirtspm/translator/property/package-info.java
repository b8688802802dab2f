/** What holds for documents nobody wrote. */
package org.libvirtspm.translator.property;
