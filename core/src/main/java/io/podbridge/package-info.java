/**
 * Hands a pod's network identity over to a virtual machine: {@link io.podbridge.Bindings} is where an agent begins,
 * {@link io.podbridge.BridgePodNetworkConfigurator} does the work.
 *
 * @since 0.1.0
 */
@NullMarked
package io.podbridge;

import org.jspecify.annotations.NullMarked;
