package io.podbridge.testkit.contract;

import io.podbridge.netlink.model.IpPrefix;
import io.podbridge.netlink.model.LinkId;
import io.podbridge.netlink.model.Route;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.junit.jupiter.api.BeforeEach;

import static org.assertj.core.api.Assertions.assertThat;

/** What the contracts have in common that need a NIC with addresses: a veth {@code eth0} with 10.244.1.7/24 and fd00::7/64. */
abstract class PodContract extends HandlerContract {
    private Optional<LinkId> nic = Optional.empty();

    PodContract(Supplier<ContractNamespace> namespaces) {
        super(namespaces);
    }

    @BeforeEach
    final void makeNic() {
        LinkId made = addCable("eth0", "peer0");
        handler().addrAdd(made, Samples.address(made, "10.244.1.7/24"));
        handler().addrAdd(made, Samples.address(made, "fd00::7/64"));
        nic = Optional.of(made);
    }

    final LinkId nic() {
        return nic.orElseThrow();
    }

    final List<Route> routes(String destination) {
        return handler().routeList().stream().filter(route -> route.destination().equals(IpPrefix.parse(destination))).toList();
    }

    final Route only(String destination) {
        List<Route> found = routes(destination);
        assertThat(found).as("the routes to %s", destination).hasSize(1);
        return found.get(0);
    }
}
