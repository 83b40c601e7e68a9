/** Programs that do one kind of work again and again, told by lines on their standard input, so that peers can take turns. */
@NullMarked
package io.podbridge.benchmarks.worker;

import org.jspecify.annotations.NullMarked;
