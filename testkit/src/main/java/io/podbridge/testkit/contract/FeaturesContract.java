package io.podbridge.testkit.contract;

import io.podbridge.netlink.FailureKind;
import io.podbridge.netlink.Feature;
import io.podbridge.netlink.NetlinkException;
import io.podbridge.netlink.RequestOutcome;
import io.podbridge.netlink.model.Link;
import io.podbridge.netlink.model.LinkId;
import io.podbridge.netlink.model.Sysctl;
import io.podbridge.netlink.request.AddressAdd;
import io.podbridge.netlink.request.LinkAdd;
import io.podbridge.netlink.request.LinkChange;
import io.podbridge.netlink.request.LinkSet;
import io.podbridge.netlink.request.NetlinkRequest;
import io.podbridge.netlink.request.SysctlSet;
import io.podbridge.netlink.request.TapOptions;
import java.util.List;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** What a handler says that it can do it does; the rest it refuses, and does nothing. */
abstract class FeaturesContract extends HandlerContract {
    private static final TapOptions VM = TapOptions.ownedBy(107, 108);

    FeaturesContract(Supplier<ContractNamespace> namespaces) {
        super(namespaces);
    }

    @Test
    void askingForAFeatureAnswersTheSameTwiceAndChangesNothing() {
        addBridge("br0");
        List<Link> before = handler().linkList();

        for (Feature feature : Feature.values()) {
            assertThat(handler().supports(feature)).as("%s", feature).isEqualTo(handler().supports(feature));
        }

        assertThat(handler().linkList()).isEqualTo(before);
    }

    @Test
    void aDummyCanBeMadeExactlyWhereTheHandlerSaysSo() {
        doneExactlyIf(handler().supports(Feature.DUMMY), LinkAdd.dummy("d0").build(), FailureKind.UNSUPPORTED);

        assertThat(handler().linkByName("d0").isPresent()).isEqualTo(handler().supports(Feature.DUMMY));
    }

    @Test
    void aTapCanBeMadeExactlyWhereTheHandlerSaysSo() {
        doneExactlyIf(handler().supports(Feature.TAP), LinkAdd.tap("tap0", VM).build(), FailureKind.NOT_FOUND,
                FailureKind.DENIED);

        assertThat(handler().linkByName("tap0").isPresent()).isEqualTo(handler().supports(Feature.TAP));
    }

    @Test
    void theIndexOfATapCanBeChosenExactlyWhereTheHandlerSaysSo() {
        boolean can = handler().supports(Feature.TAP) && handler().supports(Feature.TAP_INDEX);

        doneExactlyIf(can, LinkAdd.tap("tap0", VM).index(CHOSEN_INDEX).build(), FailureKind.UNSUPPORTED, FailureKind.NOT_FOUND,
                FailureKind.DENIED);

        assertThat(handler().linkByName("tap0").isPresent()).isEqualTo(can);
        assertThat(handler().linkByIndex(CHOSEN_INDEX).isPresent()).isEqualTo(can);
    }

    @Test
    void alternativeNamesCanBeGivenExactlyWhereTheHandlerSaysSo() {
        LinkId bridge = addBridge("br0");

        doneExactlyIf(handler().supports(Feature.ALT_NAMES), LinkSet.of(bridge, new LinkChange.AddAltName("uplink")),
                FailureKind.UNSUPPORTED);

        assertThat(handler().linkByName("uplink").isPresent()).isEqualTo(handler().supports(Feature.ALT_NAMES));
    }

    @Test
    void ipv6AddressesCanBeGivenExactlyWhereTheHandlerSaysSo() {
        LinkId bridge = addBridge("br0");

        doneExactlyIf(handler().supports(Feature.IPV6), new AddressAdd(bridge, Samples.address(bridge, "fd00::7/64")),
                FailureKind.UNSUPPORTED);
    }

    @Test
    void arpIgnoreCanBeSetWhereTheHandlerSaysSoOrSettingsCanBeWritten() {
        LinkId bridge = addBridge("br0");
        boolean can = handler().supports(Feature.ARP_IGNORE) || handler().supports(Feature.WRITABLE_SYSCTL);

        doneExactlyIf(can, LinkSet.of(bridge, new LinkChange.ArpIgnore(3)), FailureKind.UNSUPPORTED, FailureKind.DENIED);

        assertThat(link(bridge).arpIgnore().orElse(0) == 3).isEqualTo(can);
    }

    @Test
    void settingsCanBeWrittenExactlyWhereTheHandlerSaysSo() {
        doneExactlyIf(handler().supports(Feature.WRITABLE_SYSCTL),
                new SysctlSet(Sysctl.of("net", "ipv4", "conf", "all", "arp_ignore"), "1"), FailureKind.DENIED);
    }

    @Test
    void theNamespaceHasACookieExactlyWhereTheHandlerSaysSo() {
        assertThat(handler().namespaceCookie().isPresent()).isEqualTo(handler().supports(Feature.NAMESPACE_COOKIE));
    }

    @Test
    void linksCanBeMadeExactlyWhereTheHandlerSaysThatItMayChangeTheNetwork() {
        doneExactlyIf(handler().supports(Feature.NET_ADMIN), LinkAdd.bridge("br0").build(), FailureKind.DENIED);
    }

    private void doneExactlyIf(boolean can, NetlinkRequest request, FailureKind... otherwise) {
        RequestOutcome outcome = handler().execute(List.of(request)).get(0);
        assertThat(outcome.isDone()).as("%s", outcome).isEqualTo(can);
        outcome.failure().map(NetlinkException::kind).ifPresent(kind -> assertThat(kind).isIn((Object[]) otherwise));
    }
}
