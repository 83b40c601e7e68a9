/**
 * What an agent's tests need. Where to start:
 *
 * <ul>
 * <li>A pod without privilege: {@link io.podbridge.testkit.FakePod} in a {@link io.podbridge.testkit.FakeKernel}, a kernel in memory that
 * can be told to fail ({@link io.podbridge.testkit.Faults}) and remembers each request; {@link io.podbridge.testkit.FakeLink} puts links
 * there that no pod should have.
 * <li>A pod in the real kernel: {@link io.podbridge.testkit.NetnsExtension} hands one to each JUnit test,
 * {@link io.podbridge.testkit.TestPod} makes one without JUnit, of any {@link io.podbridge.testkit.PodShape}.
 * <li>Is it as it should be? {@link io.podbridge.testkit.assertions.PodbridgeAssertions} has AssertJ assertions about links, addresses,
 * routes and whole pods: {@code assertThat(handler).isBound("eth0")}.
 * <li>Is it as it was? {@link io.podbridge.testkit.PodSnapshot} compares a pod in the kernel with what it was, as {@code ip(8)} and
 * {@code /proc/sys} tell it; {@link io.podbridge.netlink.state.NamespaceState} does so through a handler, without the settings.
 * <li>A backend of your own: {@link io.podbridge.testkit.contract.NetlinkHandlerContract} is the suite that it has to pass.
 * </ul>
 *
 * <p>JUnit Jupiter and AssertJ are optional: this package needs JUnit for {@link io.podbridge.testkit.NetnsExtension} alone.
 *
 * @since 0.1.0
 */
@NullMarked
package io.podbridge.testkit;

import org.jspecify.annotations.NullMarked;
