package io.podbridge.testkit.contract;

import io.podbridge.netlink.FailureKind;
import io.podbridge.netlink.model.Link;
import io.podbridge.netlink.model.LinkId;
import io.podbridge.netlink.model.MacAddress;
import io.podbridge.netlink.request.LinkAdd;
import io.podbridge.netlink.request.LinkChange;
import io.podbridge.netlink.request.TapOptions;
import java.util.function.Supplier;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

abstract class TapRefusalsContract extends HandlerContract {
    private static final TapOptions VM = TapOptions.ownedBy(107, 108);

    TapRefusalsContract(Supplier<ContractNamespace> namespaces) {
        super(namespaces);
    }

    @BeforeEach
    final void needTaps() {
        Requirement.taps(handler());
    }

    @Test
    void aTapWhoseIndexIsTakenIsBusyAndIsNotMade() {
        Requirement.tapIndex(handler());
        Link holder = link(add(LinkAdd.bridge("br0").index(CHOSEN_INDEX)));

        refused(FailureKind.BUSY, LinkAdd.tap("tap0", VM).index(CHOSEN_INDEX).build());

        assertThat(handler().linkByName("tap0")).isEmpty();
        assertThat(link(holder.id())).isEqualTo(holder);
    }

    @Test
    void aTapWhoseNameIsTakenExistsAndItsHolderStaysAsItIs() {
        Link holder = link(add(LinkAdd.tap("tap0", VM)));
        addBridge("br0");

        refused(FailureKind.EXISTS, LinkAdd.tap("tap0", TapOptions.ownedBy(0, 0)).build());
        refused(FailureKind.EXISTS, LinkAdd.tap("br0", VM).build());

        assertThat(link(holder.id())).isEqualTo(holder);
        assertThat(made()).containsExactlyInAnyOrder("tap0", "br0");
    }

    @Test
    void anMtuThatATapCannotCarryIsInvalidAndMakesNoTap() {
        refused(FailureKind.INVALID, LinkAdd.tap("tap0", VM).mtu(65_522).build());

        assertThat(handler().linkByName("tap0")).isEmpty();
        assertThat(link(add(LinkAdd.tap("tap0", VM).mtu(65_521))).mtu()).isEqualTo(65_521);
    }

    @Test
    void aTapWhoseMacIsMulticastIsInvalidAndIsNotMade() {
        refused(FailureKind.INVALID, LinkAdd.tap("tap0", VM).mac(MacAddress.parse("01:00:5e:00:00:01")).build());

        assertThat(made()).isEmpty();
    }

    @Test
    void aTapWhoseNameIsAnAlternativeNameExistsAndIsNotMade() {
        LinkId bridge = addBridge("br0");
        set(bridge, new LinkChange.AddAltName("tap0"));

        refused(FailureKind.EXISTS, LinkAdd.tap("tap0", VM).build());

        assertThat(id("tap0")).isEqualTo(bridge);
        assertThat(made()).containsExactly("br0");
    }
}
