package io.podbridge.testkit.kernel;

import io.podbridge.netlink.model.HardwareAddress;
import io.podbridge.netlink.model.LinkId;
import io.podbridge.netlink.model.MacAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;

/** The links of a namespace, by index; what is not in here is not there. */
final class Links {
    private final Netns netns;
    private final TreeMap<Integer, Device> byIndex = new TreeMap<>();
    private final Names names;
    private int lastIndex;

    Links(Netns netns) {
        this.netns = netns;
        this.names = new Names(netns.rules());
    }

    Names names() {
        return names;
    }

    /** {@return all links, the smallest index first, which is the order of a dump} */
    List<Device> all() {
        return new ArrayList<>(byIndex.values());
    }

    Optional<Device> byIndex(int index) {
        return Optional.ofNullable(byIndex.get(index));
    }

    Device require(int index) {
        Optional<Device> found = byIndex(index);
        KernelRefusal.when(found.isEmpty() && netns.rules().hold(KernelRule.MISSING_LINK_IS_NOT_FOUND), "ENODEV");
        return found.orElseGet(() -> byIndex.firstEntry().getValue());
    }

    /** The link that a request means: the index counts, the name is for people. */
    Device require(LinkId id) {
        Optional<Device> named = netns.rules().hold(KernelRule.LINK_IS_MEANT_BY_ITS_INDEX)
                ? Optional.empty()
                : names.find(id.name());
        return named.orElseGet(() -> require(id.index()));
    }

    void addLoopback() {
        Device loopback = register("lo", DeviceKind.LOOPBACK, 0);
        loopback.up = !netns.rules().hold(KernelRule.LOOPBACK_IS_DOWN_AT_FIRST);
    }

    /** As {@code register_netdevice}; an index of 0 is the kernel's choice. */
    Device register(String name, DeviceKind kind, int wantedIndex) {
        KernelRefusal.when(names.isTaken(name), "EEXIST");
        int index = wantedIndex == 0 || !netns.rules().hold(KernelRule.CHOSEN_INDEX_IS_GIVEN) ? nextIndex() : wantedIndex;
        KernelRefusal.when(byIndex.containsKey(index), "EBUSY");
        Names.checkFolder(name);
        Device device = new Device(netns, index, name, kind);
        if (kind != DeviceKind.LOOPBACK) {
            device.hardwareAddress = randomAddress();
        }
        byIndex.put(index, device);
        names.give(device, name);
        netns.reactions().registered(device);
        return device;
    }

    private HardwareAddress randomAddress() {
        return netns.rules().hold(KernelRule.LINK_GETS_A_RANDOM_UNICAST_MAC)
                ? HardwareAddress.of(MacAddress.random(netns.machine().random()))
                : HardwareAddress.of(new byte[6]);
    }

    /** As {@code dev_index_reserve}: the next one up, so that a freed index does not come back before all others were given. */
    private int nextIndex() {
        int next = netns.rules().hold(KernelRule.INDEX_IS_NEVER_REUSED) ? lastIndex + 1 : 1;
        while (byIndex.containsKey(next)) {
            next++;
        }
        lastIndex = next;
        return next;
    }

    /** As {@code unregister_netdevice}: of a veth with its other end, and with all that hangs on it. */
    void unregister(Device device) {
        List.copyOf(device.uppers).forEach(upper -> upper.netns.links().unregister(upper));
        Optional<Device> peer = device.peer;
        remove(device);
        peer.ifPresent(other -> {
            other.peer = Optional.empty();
            if (netns.rules().hold(KernelRule.VETH_GOES_WITH_ITS_PEER)) {
                other.netns.links().unregister(other);
            }
        });
    }

    private void remove(Device device) {
        List.copyOf(device.ports).stream().filter(port -> netns.rules().hold(KernelRule.PORTS_ARE_RELEASED_WITH_THEIR_BRIDGE))
                .forEach(netns.bridges()::release);
        if (device.up) {
            netns.reactions().switchDown(device);
        }
        netns.bridges().leave(device);
        device.lower.ifPresent(lower -> lower.uppers.remove(device));
        netns.reactions().unregistered(device);
        netns.machine().linkWatch().forget(device);
        names.forget(device);
        byIndex.remove(device.index);
    }
}
