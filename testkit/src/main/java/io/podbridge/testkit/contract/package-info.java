/**
 * The conformance suite of netlink backends: {@link io.podbridge.testkit.contract.NetlinkHandlerContract} says what a
 * {@link io.podbridge.netlink.NetlinkHandler} does, one nested class for each noun. Needs JUnit Jupiter and AssertJ.
 *
 * @since 0.1.0
 */
@NullMarked
package io.podbridge.testkit.contract;

import org.jspecify.annotations.NullMarked;
