package io.podbridge.testkit.contract;

import io.podbridge.netlink.Feature;
import io.podbridge.netlink.NetlinkHandler;
import io.podbridge.netlink.model.IpFamily;
import io.podbridge.netlink.model.Sysctl;
import io.podbridge.netlink.request.LinkAdd;
import io.podbridge.netlink.request.SysctlSet;
import io.podbridge.netlink.request.TapOptions;
import io.podbridge.netlink.request.TxChecksumOff;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** An interrupted thread gets its answers all the same, and finds its flag set after that. */
abstract class InterruptionContract extends HandlerContract {

    InterruptionContract(Supplier<ContractNamespace> namespaces) {
        super(namespaces);
    }

    @AfterEach
    final void clearFlag() {
        Thread.interrupted();
    }

    @Test
    void aRequestOfAnInterruptedThreadIsCarriedOut() {
        Thread.currentThread().interrupt();
        handler().linkAdd(LinkAdd.bridge("br0").up().build());

        assertThat(Thread.interrupted()).isTrue();
        assertThat(link(id("br0")).isUp()).isTrue();
    }

    @Test
    void aRequestThatIsNoMessageIsCarriedOutToo() {
        boolean taps = handler().supports(Feature.TAP);
        boolean settings = handler().supports(Feature.WRITABLE_SYSCTL);
        addBridge("br0");
        Sysctl key = Sysctl.ofLink(IpFamily.IPV4, id("br0"), "arp_ignore");
        Thread.currentThread().interrupt();
        if (taps) {
            handler().linkAdd(LinkAdd.tap("tap0", TapOptions.ownedBy(0, 0)).build());
        }
        if (settings) {
            handler().execute(new SysctlSet(key, "2"));
        }
        handler().execute(new TxChecksumOff(id("br0")));

        assertThat(Thread.interrupted()).isTrue();
        assertThat(handler().linkByName("tap0").isPresent()).isEqualTo(taps);
        assertThat(handler().sysctl(key).orElse("").equals("2")).isEqualTo(settings);
    }

    @Test
    void aReadOfAnInterruptedThreadIsAnswered() {
        addBridge("br0");

        Thread.currentThread().interrupt();
        int links = handler().linkList().size();
        boolean found = handler().linkByName("br0").isPresent();
        boolean setting = handler().sysctl(Sysctl.of("net", "ipv4", "ip_forward")).isPresent();

        assertThat(Thread.interrupted()).isTrue();
        assertThat(links).isEqualTo(handler().linkList().size());
        assertThat(found).isTrue();
        assertThat(setting).isTrue();
    }

    @Test
    void anInterruptedThreadOpensAndClosesAHandler() {
        Thread.currentThread().interrupt();
        try (NetlinkHandler second = namespace().open()) {
            assertThat(second.linkByName("lo")).isPresent();
        }

        assertThat(Thread.interrupted()).isTrue();
    }
}
