package io.podbridge.tests.cni;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import io.podbridge.testkit.netns.TestNamespace;
import java.util.List;
import java.util.Locale;

/** The plugins that make a pod's NIC, each with what its configuration has besides, and with what the node needs before ADD and after it. */
@SuppressWarnings("ImmutableEnumChecker") // the lists are immutable
enum CniPlugin {
    /** A veth to a bridge of the node's, which has the gateway's address. */
    BRIDGE("{'bridge': 'cni0', 'isGateway': true, 'mtu': 1450}", List.of(), List.of()),
    /** A veth whose other end is the gateway. */
    PTP("{'mtu': 1450}", List.of(), List.of()),
    /** A macvlan that has its lower link for itself: in any other mode no frame comes in for the guest's MAC address. */
    MACVLAN("{'master': 'up0', 'mode': 'passthru', 'mtu': 1450}", uplink("up0"), gateway()),
    /** A link of the node's that moves into the pod. */
    HOST_DEVICE("{'device': 'up0'}", uplink("up0"), gateway());

    private final String configuration;
    private final List<String> before;
    private final List<String> after;

    CniPlugin(String configuration, List<String> before, List<String> after) {
        this.configuration = configuration;
        this.before = before;
        this.after = after;
    }

    private static List<String> uplink(String name) {
        return List.of("link add " + name + " mtu 1450 type veth peer name router mtu 1450", "link set " + name + " up",
                "link set router up");
    }

    private static List<String> gateway() {
        return List.of("addr replace 10.66.0.1/24 dev router", "addr replace fd00:66::1/64 dev router nodad");
    }

    /** {@return its name, as in a configuration} */
    String type() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    JsonObject configuration() {
        return JsonParser.parseString(configuration).getAsJsonObject();
    }

    void furnish(TestNamespace node) {
        before.forEach(command -> node.ip(command.split(" ")));
    }

    /** The uplink loses its IPv6 addresses whenever it goes down. */
    void address(TestNamespace node) {
        after.forEach(command -> node.ip(command.split(" ")));
    }
}
