package io.podbridge.testkit.contract;

import io.podbridge.netlink.FailureKind;
import io.podbridge.netlink.model.HardwareAddress;
import io.podbridge.netlink.model.IpAddress;
import io.podbridge.netlink.model.Neighbour;
import io.podbridge.netlink.request.NeighbourDelete;
import io.podbridge.netlink.request.NeighbourReplace;
import java.util.List;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

abstract class NeighboursContract extends PodContract {
    private static final HardwareAddress MAC = HardwareAddress.parse("02:00:00:00:00:01");
    private static final HardwareAddress OTHER_MAC = HardwareAddress.parse("02:00:00:00:00:02");
    private static final List<String> BOTH_FAMILIES = List.of("10.244.1.1", "fd00::1");

    NeighboursContract(Supplier<ContractNamespace> namespaces) {
        super(namespaces);
    }

    @Test
    void aPermanentNeighbourIsListed() {
        for (String text : BOTH_FAMILIES) {
            replace(permanent(text, MAC));

            Neighbour found = only(text, false);
            assertThat(found.linkIndex()).isEqualTo(nic().index());
            assertThat(found.hardwareAddress()).contains(MAC);
            assertThat(found.state()).isEqualTo(Neighbour.PERMANENT);
            assertThat(found.isProxy()).isFalse();
        }
    }

    @Test
    void replacingChangesTheHardwareAddressAndRepeatingItIsHarmless() {
        for (String text : BOTH_FAMILIES) {
            replace(permanent(text, MAC));
            replace(permanent(text, OTHER_MAC));
            replace(permanent(text, OTHER_MAC));

            assertThat(only(text, false).hardwareAddress()).contains(OTHER_MAC);
        }
    }

    @Test
    void aNeighbourWithoutArpAndOneThatWasLearnedOutsideAreKept() {
        replace(permanent("10.244.1.1", MAC).toBuilder().state(Neighbour.NOARP).build());
        replace(permanent("10.244.1.2", MAC).toBuilder().flags(Neighbour.EXTERNALLY_LEARNED).build());

        assertThat(only("10.244.1.1", false).state()).isEqualTo(Neighbour.NOARP);
        assertThat(only("10.244.1.2", false).flags() & Neighbour.EXTERNALLY_LEARNED).isNotZero();
    }

    @Test
    void aProxyIsListedApartFromANeighbourOfTheSameAddress() {
        for (String text : BOTH_FAMILIES) {
            replace(permanent(text, MAC));
            replace(proxy(text));
            replace(proxy(text));

            assertThat(only(text, true).hardwareAddress()).isEmpty();
            assertThat(only(text, false).hardwareAddress()).contains(MAC);
        }
    }

    @Test
    void aDeletedNeighbourIsNotListedAsPermanentAnyMore() {
        for (String text : BOTH_FAMILIES) {
            replace(permanent(text, MAC));

            handler().execute(new NeighbourDelete(nic(), permanent(text, MAC)));

            assertThat(handler().neighList()).noneMatch(found -> isAt(found, text) && found.isConfigured());
        }
    }

    @Test
    void aDeletedProxyLeavesTheNeighbour() {
        for (String text : BOTH_FAMILIES) {
            replace(permanent(text, MAC));
            replace(proxy(text));

            handler().execute(new NeighbourDelete(nic(), proxy(text)));

            assertThat(handler().neighList()).noneMatch(Neighbour::isProxy);
            assertThat(only(text, false).hardwareAddress()).contains(MAC);
        }
    }

    @Test
    void aNeighbourOrProxyThatIsNotThereIsNotFound() {
        for (String text : BOTH_FAMILIES) {
            refused(FailureKind.NOT_FOUND, new NeighbourDelete(nic(), permanent(text, MAC)));
            refused(FailureKind.NOT_FOUND, new NeighbourDelete(nic(), proxy(text)));
        }
    }

    @Test
    void aLinkThatIsNotThereIsNotFound() {
        refused(FailureKind.NOT_FOUND, new NeighbourReplace(gone(), permanent("10.244.1.1", MAC)));
        refused(FailureKind.NOT_FOUND, new NeighbourReplace(gone(), permanent("fd00::1", MAC)));
    }

    @Test
    void aLinkThatGoesDownLosesItsPermanentNeighbours() {
        replace(permanent("10.244.1.1", MAC));
        replace(permanent("fd00::1", MAC));

        handler().linkSetDown(nic());

        assertThat(handler().neighList()).noneMatch(found -> (found.state() & Neighbour.PERMANENT) != 0 && !found.isProxy());
    }

    private void replace(Neighbour neighbour) {
        handler().execute(new NeighbourReplace(nic(), neighbour));
    }

    private Neighbour only(String address, boolean proxy) {
        List<Neighbour> found = handler().neighList().stream()
                .filter(neighbour -> isAt(neighbour, address) && neighbour.isProxy() == proxy).toList();
        assertThat(found).as("the neighbours %s", address).hasSize(1);
        return found.get(0);
    }

    private boolean isAt(Neighbour neighbour, String address) {
        return neighbour.address().equals(IpAddress.parse(address)) && neighbour.linkIndex() == nic().index();
    }

    private Neighbour permanent(String address, HardwareAddress mac) {
        return Neighbour.builder(nic().index(), IpAddress.parse(address)).hardwareAddress(mac).state(Neighbour.PERMANENT).build();
    }

    private Neighbour proxy(String address) {
        return Neighbour.builder(nic().index(), IpAddress.parse(address)).flags(Neighbour.PROXY).build();
    }
}
