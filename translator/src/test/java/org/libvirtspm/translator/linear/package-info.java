/** Documents that grow, and what the translation makes of them: linear time, bounded memory. */
package org.libvirtspm.translator.linear;
