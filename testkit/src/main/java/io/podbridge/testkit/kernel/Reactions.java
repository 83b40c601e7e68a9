package io.podbridge.testkit.kernel;

import io.podbridge.netlink.model.HardwareAddress;
import java.util.List;

/** What follows from a change of a link: who hears of it, in which order ({@code call_netdevice_notifiers}). */
final class Reactions {
    private final Netns netns;

    Reactions(Netns netns) {
        this.netns = netns;
    }

    void registered(Device device) {
        netns.ipv6().begin(device);
    }

    /** As {@code __dev_open}. */
    void switchUp(Device device) {
        device.up = true;
        device.queueing = true;
        driverOpened(device);
        netns.ipv4().up(device);
        netns.ipv6().up(device);
        netns.bridges().portChanged(device);
    }

    private void driverOpened(Device device) {
        if (device.isBridge()) {
            netns.bridges().switched(device);
        }
        device.peer.ifPresent(peer -> {
            if (peer.up || !netns.rules().hold(KernelRule.VETH_CARRIER_NEEDS_BOTH_ENDS)) {
                List.of(device, peer).forEach(end -> netns.machine().linkWatch().carrier(end, true));
            }
        });
    }

    /** As {@code __dev_close}. */
    void switchDown(Device device) {
        device.up = false;
        if (device.isBridge()) {
            netns.bridges().switched(device);
        }
        device.peer.ifPresent(
                peer -> List.of(device, peer).forEach(end -> netns.machine().linkWatch().carrier(end, false)));
        netns.ipv4().down(device);
        netns.ipv6().down(device);
        netns.bridges().portChanged(device);
    }

    void carrierChanged(Device device) {
        netns.ipv4().carrierChanged(device);
        netns.ipv6().carrierChanged(device);
        netns.bridges().portChanged(device);
    }

    void unregistered(Device device) {
        netns.ipv4().end(device);
        netns.ipv6().end(device);
        netns.neighbours().flush(device);
    }

    void setHardwareAddress(Device device, HardwareAddress address) {
        boolean changes = !device.hardwareAddress.equals(address);
        device.hardwareAddress = address;
        netns.neighbours().flushResolved(device);
        if (changes && device.isBridge()) {
            netns.bridges().selectPortStates(device);
        }
        device.master.ifPresent(bridge -> bridge.netns.bridges().recalculateAddress(bridge));
    }

    void setMtu(Device device, int bytes) {
        if (device.mtu != bytes) {
            device.mtu = bytes;
            netns.ipv6().mtuChanged(device);
            device.master.ifPresent(bridge -> bridge.netns.bridges().adjustMtu(bridge));
        }
    }
}
