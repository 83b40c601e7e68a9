/**
 * A kernel in memory: what Linux 6.18 does to links, addresses, routes, neighbours and settings of network namespaces, one noun a class.
 * Not exported; {@link io.podbridge.testkit.FakeKernel} is the way to it. Everything here runs under the one lock of {@link Machine}.
 */
@NullMarked
package io.podbridge.testkit.kernel;

import org.jspecify.annotations.NullMarked;
