/**
 * What a binding is about, as immutable values: what to build, what was found, how far it is, what stands in the way, what would be
 * done, and what has drifted.
 *
 * @since 0.1.0
 */
@NullMarked
package io.podbridge.binding;

import org.jspecify.annotations.NullMarked;
