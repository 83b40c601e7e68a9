/** JMH benchmarks of single parts. */
@NullMarked
package io.podbridge.benchmarks.jmh;

import org.jspecify.annotations.NullMarked;
