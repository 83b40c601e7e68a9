/**
 * Network namespaces that are made for a test by {@code ip(8)}, and whether this machine can make them.
 *
 * @since 0.1.0
 */
@NullMarked
package io.podbridge.testkit.netns;

import org.jspecify.annotations.NullMarked;
