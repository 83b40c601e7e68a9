/** Runs the steps: looks at the namespace, asks each step what is to be done, and has it done, until all of it holds. */
@NullMarked
package io.podbridge.internal.engine;

import org.jspecify.annotations.NullMarked;
