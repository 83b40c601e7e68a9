/**
 * The steps of making a binding, and those of giving a pod its network back, one class each. A step looks at what was observed, says
 * what does not hold, and returns the requests that make it hold. It never calls a handler itself.
 */
@NullMarked
package io.podbridge.internal.step;

import org.jspecify.annotations.NullMarked;
