/** Documents put to every validator there is, and the generated classes put to work. */
package org.libvirtspm.schema;
