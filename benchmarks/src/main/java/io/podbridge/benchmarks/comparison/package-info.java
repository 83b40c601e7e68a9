/** The side-by-side run against peers, and what one process does with a thousand pods. */
@NullMarked
package io.podbridge.benchmarks.comparison;

import org.jspecify.annotations.NullMarked;
