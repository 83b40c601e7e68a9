package io.podbridge.testkit.contract;

import io.podbridge.netlink.FailureKind;
import io.podbridge.netlink.NetlinkException;
import io.podbridge.netlink.RequestOutcome;
import io.podbridge.netlink.model.HardwareAddress;
import io.podbridge.netlink.model.IpAddress;
import io.podbridge.netlink.model.IpFamily;
import io.podbridge.netlink.model.Neighbour;
import io.podbridge.netlink.request.NeighbourDelete;
import io.podbridge.netlink.request.NeighbourReplace;
import java.util.List;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

abstract class NeighbourStatesContract extends PodContract {
    /** {@code NUD_STALE}. */
    private static final int STALE = 0x04;
    /** {@code NTF_ROUTER}. */
    private static final int ROUTER = 0x80;

    NeighbourStatesContract(Supplier<ContractNamespace> namespaces) {
        super(namespaces);
    }

    @Test
    void anIpv6NeighbourKeepsThatItNeedsNoArpOrWasLearnedOutside() {
        keptExactly(Samples.permanent(nic(), "fd00::1").toBuilder().state(Neighbour.NOARP).build());
        keptExactly(Samples.permanent(nic(), "fd00::2").toBuilder().flags(Neighbour.EXTERNALLY_LEARNED).build());
    }

    @Test
    void aStateThatTheHandlerCannotSetIsRefusedAndOthersAreKept() {
        for (String address : List.of("10.244.1.1", "fd00::1")) {
            keptOrRefused(Samples.permanent(nic(), address).toBuilder().state(STALE).build());
        }
    }

    @Test
    void aFlagThatTheHandlerCannotSetIsRefusedAndOthersAreKept() {
        keptOrRefused(Samples.permanent(nic(), "fd00::1").toBuilder().flags(ROUTER).build());
    }

    @Test
    void aManagedNeighbourSaysSoAndIsConfigured() {
        for (String address : List.of("10.244.1.1", "fd00::1")) {
            handler().execute(new NeighbourReplace(nic(), Neighbour.builder(nic().index(), IpAddress.parse(address))
                    .flags(Neighbour.MANAGED).build()));

            assertThat(found(address)).hasSize(1).allMatch(Neighbour::isManaged).allMatch(Neighbour::isConfigured);
        }
    }

    @Test
    void aFlagOfAProxyThatTheHandlerCannotSetIsRefusedAndOthersAreKept() {
        keptOrRefused(proxy("10.244.1.9", Neighbour.EXTERNALLY_LEARNED));
        keptOrRefused(proxy("fd00::9", ROUTER));
        keptOrRefused(proxy("fd00::10", ROUTER | Neighbour.EXTERNALLY_LEARNED));
    }

    @Test
    void aNeighbourIsDeletedWhateverStateAndHardwareAddressItIsSaidToHave() {
        handler().execute(new NeighbourReplace(nic(), Samples.permanent(nic(), "10.244.1.1")));

        handler().execute(new NeighbourDelete(nic(), Samples.permanent(nic(), "10.244.1.1").toBuilder()
                .state(Neighbour.PERMANENT | STALE).hardwareAddress(HardwareAddress.parse("02:00:00:01")).build()));

        assertThat(found("10.244.1.1")).isEmpty();
    }

    @Test
    void theMakerOfANeighbourIsKeptOrTheNeighbourIsRefused() {
        for (String address : List.of("10.244.1.1", "fd00::1")) {
            keptOrRefused(Samples.permanent(nic(), address).toBuilder().protocol(99).build());
        }
    }

    @Test
    void replacingChangesTheState() {
        for (String address : List.of("10.244.1.1", "fd00::1")) {
            keptExactly(Samples.permanent(nic(), address).toBuilder().state(Neighbour.NOARP).build());
            keptExactly(Samples.permanent(nic(), address));
        }
    }

    @Test
    void neighboursOfIpv4ComeFirst() {
        handler().execute(new NeighbourReplace(nic(), Samples.permanent(nic(), "fd00::1")));
        handler().execute(new NeighbourReplace(nic(), Samples.permanent(nic(), "10.244.1.1")));

        List<IpFamily> families = handler().neighList().stream().map(found -> found.address().family()).toList();
        assertThat(families).isSorted().contains(IpFamily.IPV4, IpFamily.IPV6);
    }

    @Test
    void aNeighbourOfAnotherLinkIsNotFound() {
        handler().execute(new NeighbourReplace(nic(), Samples.permanent(nic(), "10.244.1.1")));

        refused(FailureKind.NOT_FOUND, new NeighbourDelete(id("peer0"), Samples.permanent(id("peer0"), "10.244.1.1")));
        refused(FailureKind.NOT_FOUND, new NeighbourDelete(gone(), Samples.permanent(gone(), "10.244.1.1")));

        assertThat(found("10.244.1.1")).hasSize(1);
    }

    @Test
    void aPermanentNeighbourWithoutAHardwareAddressIsInvalid() {
        for (String address : List.of("10.244.1.1", "fd00::1")) {
            refused(FailureKind.INVALID, new NeighbourReplace(nic(),
                    Neighbour.builder(nic().index(), IpAddress.parse(address)).state(Neighbour.PERMANENT).build()));
        }
    }

    @Test
    void aHardwareAddressOfAnotherLengthThanTheLinksIsInvalid() {
        refused(FailureKind.INVALID, new NeighbourReplace(nic(), Samples.permanent(nic(), "10.244.1.1").toBuilder()
                .hardwareAddress(HardwareAddress.parse("02:00:00:01")).build()));

        assertThat(found("10.244.1.1")).isEmpty();
    }

    private Neighbour proxy(String address, int flags) {
        return Neighbour.builder(nic().index(), IpAddress.parse(address)).flags(Neighbour.PROXY | flags).build();
    }

    private void keptExactly(Neighbour neighbour) {
        handler().execute(new NeighbourReplace(nic(), neighbour));

        assertThat(found(neighbour.address().toString())).containsExactly(neighbour);
    }

    private void keptOrRefused(Neighbour neighbour) {
        RequestOutcome outcome = handler().execute(List.of(new NeighbourReplace(nic(), neighbour))).get(0);

        assertThat(outcome.failure().map(NetlinkException::kind).orElse(FailureKind.UNSUPPORTED))
                .isEqualTo(FailureKind.UNSUPPORTED);
        assertThat(found(neighbour.address().toString())).isEqualTo(outcome.isDone() ? List.of(neighbour) : List.of());
    }

    private List<Neighbour> found(String address) {
        return handler().neighList().stream()
                .filter(one -> one.address().equals(IpAddress.parse(address)) && one.linkIndex() == nic().index()).toList();
    }
}
