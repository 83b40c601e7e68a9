package io.podbridge.testkit.kernel;

import io.podbridge.netlink.FailureKind;
import io.podbridge.netlink.model.HardwareAddress;
import io.podbridge.netlink.model.MacAddress;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Optional;

/** Bridges and their ports ({@code net/bridge}), with the spanning tree off. */
final class Bridges {
    private static final Comparator<HardwareAddress> LOWEST = (a, b) -> Arrays.compareUnsigned(a.toBytes(), b.toBytes());

    private static final KernelRefusal.Meaning NO_MASTER = new KernelRefusal.Meaning(FailureKind.NOT_FOUND,
            "there is no such master");

    private final Netns netns;
    private final Rules rules;

    Bridges(Netns netns) {
        this.netns = netns;
        this.rules = netns.rules();
    }

    /** As {@code do_set_master}: the old master lets go before the new one is looked at. */
    void enslave(Device port, int masterIndex) {
        if (port.master.filter(master -> master.index == masterIndex).isPresent()) {
            return;
        }
        KernelRefusal.when(port.master.isPresent() && !rules.hold(KernelRule.PORT_MOVES_TO_ANOTHER_BRIDGE), "EBUSY");
        free(port);
        Optional<Device> master = netns.links().byIndex(masterIndex);
        KernelRefusal.when(master.isEmpty() && rules.hold(KernelRule.MISSING_MASTER_IS_INVALID), "EINVAL", NO_MASTER);
        boolean takesPorts = master.isPresent() && master.get().isBridge();
        KernelRefusal.when(!takesPorts && rules.hold(KernelRule.ONLY_A_BRIDGE_TAKES_PORTS), "EOPNOTSUPP");
        master.ifPresent(bridge -> add(bridge, port));
    }

    void free(Device port) {
        KernelRefusal.when(port.master.isEmpty() && !rules.hold(KernelRule.RELEASING_NO_PORT_IS_HARMLESS), "EINVAL");
        leave(port);
    }

    /** As {@code br_del_if}. */
    void leave(Device port) {
        Optional<Device> bridge = port.master;
        release(port);
        bridge.ifPresent(left -> {
            adjustMtu(left);
            recalculateAddress(left);
        });
    }

    /** As {@code del_nbp}: what is done too when the bridge itself goes. */
    void release(Device port) {
        port.master.ifPresent(bridge -> {
            port.port.state = BridgePortState.DISABLED;
            selectPortStates(bridge);
            bridge.ports.remove(port);
            port.master = Optional.empty();
        });
    }

    void learn(Device port, boolean on) {
        KernelRefusal.when(port.master.isEmpty() && rules.hold(KernelRule.LEARNING_NEEDS_A_PORT), "EOPNOTSUPP");
        if (rules.hold(KernelRule.PORT_IS_KEPT_FROM_LEARNING)) {
            port.port.learning = on;
        }
    }

    /** As {@code rtnl_fdb_add}; where frames go is not simulated. */
    void forward(Device port) {
        KernelRefusal.when(port.master.isEmpty() && rules.hold(KernelRule.FORWARDING_NEEDS_A_PORT), "EOPNOTSUPP");
    }

    /** As {@code br_add_if}. */
    private void add(Device bridge, Device port) {
        KernelRefusal.when(port.isLoopback() && rules.hold(KernelRule.LOOPBACK_IS_NO_PORT), "EINVAL");
        boolean addressed = port.hardwareAddress.toMac().filter(MacAddress::isUnicast).isPresent();
        KernelRefusal.when(!port.isLoopback() && !addressed, "EINVAL");
        KernelRefusal.when(port.isBridge() && rules.hold(KernelRule.BRIDGE_IS_NO_PORT), "ELOOP",
                "Can not enslave a bridge to a bridge");
        KernelRefusal.when(port.uppers.stream().anyMatch(Device::takesFromLower), "EBUSY");
        port.master = Optional.of(bridge);
        port.port = new BridgePortState();
        port.port.learning = rules.hold(KernelRule.PORT_LEARNS_AT_FIRST);
        bridge.ports.add(port);
        recalculateAddress(bridge);
        portChanged(port);
        adjustMtu(bridge);
    }

    /** The bridge has gone up or down ({@code br_stp_enable_bridge}, {@code br_stp_disable_bridge}). */
    void switched(Device bridge) {
        for (Device port : bridge.ports) {
            portChanged(port);
        }
    }

    /** A port has gone up or down, or its carrier has come or gone. */
    void portChanged(Device port) {
        port.master.ifPresent(bridge -> {
            boolean live = bridge.up && port.up && port.isOperational();
            boolean enabled = port.port.state != BridgePortState.DISABLED;
            if (live != enabled) {
                port.port.state = live ? BridgePortState.FORWARDING : BridgePortState.DISABLED;
                selectPortStates(bridge);
            }
        });
    }

    /** As {@code br_port_state_selection}: a bridge has a carrier while one of its ports forwards, once anybody has asked. */
    void selectPortStates(Device bridge) {
        boolean live = bridge.ports.stream().anyMatch(port -> port.port.state == BridgePortState.FORWARDING);
        netns.machine().linkWatch().carrier(bridge, live);
    }

    /** As {@code br_stp_recalculate_bridge_id}: without an address of its own it takes the lowest of its ports', or none. */
    void recalculateAddress(Device bridge) {
        if (bridge.hardwareAddressChosen && rules.hold(KernelRule.BRIDGE_KEEPS_ITS_OWN_MAC)) {
            return;
        }
        HardwareAddress lowest = bridge.ports.stream().map(port -> port.hardwareAddress).min(LOWEST)
                .orElse(HardwareAddress.of(new byte[6]));
        if (!lowest.equals(bridge.hardwareAddress) && rules.hold(KernelRule.BRIDGE_TAKES_THE_LOWEST_MAC_OF_ITS_PORTS)) {
            netns.reactions().setHardwareAddress(bridge, lowest);
        }
    }

    /** As {@code br_mtu_auto_adjust}: the smallest of its ports' unless somebody chose one. */
    void adjustMtu(Device bridge) {
        if (!bridge.mtuChosen) {
            netns.reactions().setMtu(bridge,
                    bridge.ports.stream().mapToInt(port -> port.mtu).min().orElse(bridge.kind.defaultMtu));
        }
    }
}
