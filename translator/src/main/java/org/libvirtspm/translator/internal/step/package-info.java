/** The steps of translations; each dialect and form puts some of them in order. */
package org.libvirtspm.translator.internal.step;
