package io.podbridge.testkit.assertions;

import io.podbridge.netlink.NetlinkHandler;
import io.podbridge.netlink.model.InterfaceAddress;
import io.podbridge.netlink.model.Link;
import io.podbridge.netlink.model.Neighbour;
import io.podbridge.netlink.model.Route;
import io.podbridge.testkit.PodSnapshot;
import io.podbridge.testkit.TestPod;
import org.jspecify.annotations.Nullable;

/**
 * Where assertions begin. Import {@code assertThat} of this class statically beside AssertJ's own; the compiler tells them apart.
 *
 * <pre>{@code
 * assertThat(handler).isBound("eth0").hasAddress("eth0", "10.244.1.7/24").hasNoDefaultRoute();
 * assertThat(handler).hasLink("k6t-eth0").isKind(LinkKind.BRIDGE).isUp().hasOnlyPorts("eth0-nic", "tap0");
 * }</pre>
 */
public final class PodbridgeAssertions {

    private PodbridgeAssertions() {}

    /**
     * Begins with a link.
     *
     * @param actual the link
     * @return assertions about it
     */
    public static LinkAssert assertThat(@Nullable Link actual) {
        return new LinkAssert(actual);
    }

    /**
     * Begins with an address of a link.
     *
     * @param actual the address
     * @return assertions about it
     */
    public static InterfaceAddressAssert assertThat(@Nullable InterfaceAddress actual) {
        return new InterfaceAddressAssert(actual);
    }

    /**
     * Begins with a route.
     *
     * @param actual the route
     * @return assertions about it
     */
    public static RouteAssert assertThat(@Nullable Route actual) {
        return new RouteAssert(actual);
    }

    /**
     * Begins with a neighbour.
     *
     * @param actual the neighbour
     * @return assertions about it
     */
    public static NeighbourAssert assertThat(@Nullable Neighbour actual) {
        return new NeighbourAssert(actual);
    }

    /**
     * Begins with a pod, in the kernel or in memory, as it is now.
     *
     * @param actual an open handler of its namespace
     * @return assertions about it
     * @throws io.podbridge.netlink.NetlinkException if the pod cannot be read
     */
    public static PodAssert assertThat(@Nullable NetlinkHandler actual) {
        return new PodAssert(actual);
    }

    /**
     * Begins with a snapshot of a pod.
     *
     * @param actual the snapshot
     * @return assertions about it
     */
    public static PodSnapshotAssert assertThat(@Nullable PodSnapshot actual) {
        return new PodSnapshotAssert(actual);
    }

    /**
     * Begins with a snapshot of a pod in the kernel, taken now by {@code ip(8)}.
     *
     * @param actual the pod
     * @return assertions about its snapshot
     */
    public static PodSnapshotAssert assertThat(TestPod actual) {
        return new PodSnapshotAssert(actual.snapshot());
    }
}
