/** What a translation is about to change, collected before anything is written. */
package org.libvirtspm.translator.internal.plan;
