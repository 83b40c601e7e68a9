package io.podbridge.testkit.contract;

import io.podbridge.netlink.Feature;
import io.podbridge.netlink.NetlinkHandler;
import io.podbridge.netlink.model.HardwareAddress;
import io.podbridge.netlink.model.IpAddress;
import io.podbridge.netlink.model.IpFamily;
import io.podbridge.netlink.model.Neighbour;
import io.podbridge.netlink.request.NeighbourReplace;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

abstract class PrivilegeContract extends PodContract {

    private static final IpAddress GATEWAY = IpAddress.parse("10.244.1.1");

    PrivilegeContract(Supplier<ContractNamespace> namespaces) {
        super(namespaces);
    }

    @Test
    void withoutPrivilegeEachRequestIsDeniedAndChangesNothing() {
        Requirement.taps(handler());
        addBridge("br0");
        List<Object> before = configuration();

        List<String> outcomes = withoutPrivilege(new DeniedRequests());

        assertThat(outcomes).hasSizeGreaterThan(20).allMatch(outcome -> outcome.endsWith(": DENIED"));
        assertThat(configuration()).isEqualTo(before);
        assertThat(handler().neighList()).noneMatch(found -> found.address().equals(GATEWAY));
    }

    @Test
    void withoutPrivilegeEverythingCanBeReadAndTheHandlerSaysWhatItMayNot() {
        handler().execute(Samples.replace(Samples.route("0.0.0.0/0", Samples.via(nic(), "10.244.1.1"))));
        handler().execute(new NeighbourReplace(nic(), Neighbour.builder(nic().index(), GATEWAY)
                .hardwareAddress(HardwareAddress.parse("02:00:00:00:00:01")).state(Neighbour.PERMANENT).build()));

        assertThat(withoutPrivilege(new UnprivilegedReads())).containsExactly("links [eth0]", "link Optional[eth0]",
                "addresses [10.244.1.7/24, fd00::7/64]", "routes [10.244.1.1]", "neighbours [10.244.1.1]", "setting true",
                "may change the network false", "may write settings false");
    }

    @Test
    void withPrivilegeTheHandlerSaysThatItMayChangeTheNetwork() {
        try (NetlinkHandler second = namespace().open()) {
            assertThat(second.supports(Feature.NET_ADMIN)).isTrue();
        }
    }

    /** All that requests set; IPv6 and the state of a link settle in their own time. */
    private List<Object> configuration() {
        List<Object> found = new ArrayList<>();
        handler().linkList().forEach(link -> found.add(List.of(link.name(), link.isUp(), link.hardwareAddress(), link.mtu(),
                link.group(), link.alias(), link.altNames(), link.master(), link.arpIgnore(), link.addrGenMode())));
        handler().addrList().stream().filter(address -> address.family() == IpFamily.IPV4).forEach(found::add);
        handler().routeList().stream().filter(route -> route.family() == IpFamily.IPV4).forEach(found::add);
        return found;
    }

    private List<String> withoutPrivilege(UnprivilegedWork work) {
        Optional<List<String>> found = namespace().withoutPrivilege(work);
        Requirement.ofMachine(found.isPresent(), "privilege cannot be given up: unshare(1) or setpriv(1) is missing");
        return found.orElseThrow();
    }
}
