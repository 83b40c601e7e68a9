package io.podbridge.testkit.contract;

import io.podbridge.netlink.FailureKind;
import io.podbridge.netlink.model.LinkId;
import io.podbridge.netlink.request.LinkAdd;
import io.podbridge.netlink.request.TapOptions;
import io.podbridge.netlink.request.TxChecksumOff;
import java.util.Optional;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

abstract class OffloadsContract extends HandlerContract {

    OffloadsContract(Supplier<ContractNamespace> namespaces) {
        super(namespaces);
    }

    @Test
    void theTxChecksumOffloadOfABridgeCanBeSwitchedOffTwice() {
        LinkId bridge = addBridge("br0");

        handler().disableTxOffloadChecksum(bridge);
        handler().disableTxOffloadChecksum(bridge);

        Optional<Boolean> offload = namespace().txChecksumOffload("br0");
        Requirement.ofMachine(offload.isPresent(), "the offload cannot be seen here: install ethtool(8)");
        assertThat(offload).contains(false);
    }

    @Test
    void theTxChecksumOffloadOfATapCanBeSwitchedOff() {
        Requirement.taps(handler());

        handler().disableTxOffloadChecksum(add(LinkAdd.tap("tap0", TapOptions.ownedBy(107, 108))));

        assertThat(namespace().txChecksumOffload("tap0").orElse(false)).isFalse();
    }

    @Test
    void theTxChecksumOffloadOfALoopbackCannotBeSwitchedOff() {
        refused(FailureKind.UNSUPPORTED, new TxChecksumOff(id("lo")));
    }

    @Test
    void theLinkIsFoundByItsIndexWhateverItsNameSays() {
        LinkId bridge = addBridge("br0");
        addBridge("br1");

        handler().disableTxOffloadChecksum(bridge.named("br1"));

        assertThat(namespace().txChecksumOffload("br0").orElse(false)).isFalse();
        assertThat(namespace().txChecksumOffload("br1").orElse(true)).isTrue();
    }

    @Test
    void aLinkThatIsNotThereIsNotFound() {
        refused(FailureKind.NOT_FOUND, new TxChecksumOff(gone()));
    }
}
