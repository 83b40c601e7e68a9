package io.podbridge.internal.engine;

import io.podbridge.binding.BindingNames;
import io.podbridge.binding.BridgeBinding;
import io.podbridge.binding.PlaceholderKind;
import io.podbridge.netlink.model.LinkKind;
import io.podbridge.netlink.model.MacAddress;
import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

class OtherOptionsTest {
    private static final BridgeBinding JOURNAL = BridgeBinding.of("eth0").withTapOwner(0, 0);
    /** What is about one call, and not about what is built. */
    private static final Set<String> OF_A_CALL = Set.of("withRollback", "withThisNamespaceAllowed");

    static Stream<Arguments> others() {
        return Stream.of(
                arguments("withTapOwner", JOURNAL.withTapOwner(107, 108),
                        "the tap's owner (--tap-uid) is 0, and 107 is asked for, the tap's group (--tap-gid) is 0, and 108 is asked for"),
                arguments("withTapQueues", JOURNAL.withTapQueues(4),
                        "the number of the tap's queues (--tap-queues) is 1, and 4 is asked for"),
                arguments("withTap", JOURNAL.withTap(BridgeBinding.of("eth0").tap()),
                        "the tap's owner (--tap-uid) is 0, and anybody is asked for, the tap's group (--tap-gid) is 0, and anybody is asked for"),
                arguments("withNames", JOURNAL.withNames(new BindingNames("nic", "bridge", "tap")),
                        "the NIC's name is eth0-nic, and nic is asked for, the bridge's name (--bridge) is k6t-eth0, and bridge is asked for,"
                                + " the tap's name is tap0, and tap is asked for"),
                arguments("withBridgeName", JOURNAL.withBridgeName("br-vm"),
                        "the bridge's name (--bridge) is k6t-eth0, and br-vm is asked for"),
                arguments("withPlaceholder", JOURNAL.withPlaceholder(PlaceholderKind.VETH),
                        "the placeholder (--placeholder) is auto, and veth is asked for"),
                arguments("withGuestMac", JOURNAL.withGuestMac(MacAddress.parse("02:00:00:00:00:07")),
                        "the guest's MAC address (--mac) is the pod's, and 02:00:00:00:00:07 is asked for"),
                arguments("withFakeAddressIndex", JOURNAL.withFakeAddressIndex(7),
                        "n of the bridge's address (--index) is left open, and 7 is asked for"),
                arguments("withTxChecksumOff", JOURNAL.withTxChecksumOff(!JOURNAL.txChecksumOff()),
                        "the TX checksum offload is off, and unchanged is asked for"),
                arguments("withBridgeNetfilterOff", JOURNAL.withBridgeNetfilterOff(true),
                        "the pod's firewall (--no-bridge-netfilter) is unchanged, and kept away is asked for"),
                arguments("withAllowedKinds", JOURNAL.withAllowedKinds(Set.of(LinkKind.MACVLAN)),
                        "the list of kinds besides veth (--allow-kind) is [], and [macvlan] is asked for"));
    }

    @ParameterizedTest
    @MethodSource("others")
    void whatDiffersIsTold(String method, BridgeBinding asked, String told) {
        assertThat(OtherOptions.between(JOURNAL, asked)).as(method).isEqualTo(told);
    }

    /** A new one needs words, and a case here. */
    @Test
    void everyOptionIsAmongThem() {
        Set<String> methods = Arrays.stream(BridgeBinding.class.getMethods())
                .filter(method -> !Modifier.isStatic(method.getModifiers()))
                .map(method -> method.getName()).filter(name -> name.startsWith("with") && !OF_A_CALL.contains(name))
                .collect(Collectors.toSet());
        assertThat(others().map(other -> (String) other.get()[0])).containsExactlyInAnyOrderElementsOf(methods);
    }
}
