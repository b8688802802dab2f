/** What the library costs, by JMH: {@code src/bench/translation-cost} runs it and prints ratios. */
package org.libvirtspm.translator.bench;
