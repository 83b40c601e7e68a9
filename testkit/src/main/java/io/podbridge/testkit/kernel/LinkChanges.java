package io.podbridge.testkit.kernel;

import io.podbridge.netlink.model.HardwareAddress;
import io.podbridge.netlink.model.MacAddress;
import io.podbridge.netlink.request.LinkChange;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;

/** The changes of a link that this kernel knows ({@code do_setlink}). */
final class LinkChanges {
    /** After these everybody looks at the link anew ({@code netdev_state_change}), which costs one without a carrier its neighbours. */
    private static final Set<Class<? extends LinkChange>> TOLD_TO_ALL = Set.of(LinkChange.Group.class, LinkChange.Alias.class,
            LinkChange.AddrGen.class, LinkChange.ArpIgnore.class, LinkChange.AddAltName.class, LinkChange.DeleteAltName.class);

    private final Netns netns;
    private final Rules rules;
    private final Map<Class<? extends LinkChange>, BiConsumer<Device, LinkChange>> known = new HashMap<>();

    LinkChanges(Netns netns) {
        this.netns = netns;
        this.rules = netns.rules();
        know(LinkChange.Down.class, (device, change) -> down(device));
        know(LinkChange.Up.class, (device, change) -> up(device));
        know(LinkChange.AddrGen.class, (device, change) -> addrGen(device, change));
        know(LinkChange.ArpIgnore.class, (device, change) -> arpIgnore(device, change.value()));
        know(LinkChange.Mac.class, (device, change) -> mac(device, change.mac()));
        know(LinkChange.Mtu.class, (device, change) -> mtu(device, change.bytes()));
        know(LinkChange.Group.class, (device, change) -> group(device, change.group()));
        know(LinkChange.Name.class, (device, change) -> name(device, change.name()));
        know(LinkChange.Alias.class, (device, change) -> alias(device, change.text()));
        know(LinkChange.AddAltName.class, (device, change) -> netns.links().names().addAlternative(device, change.name()));
        know(LinkChange.DeleteAltName.class, (device, change) -> netns.links().names().deleteAlternative(device, change.name()));
        know(LinkChange.Master.class, (device, change) -> netns.bridges().enslave(device, change.master().index()));
        know(LinkChange.NoMaster.class, (device, change) -> netns.bridges().free(device));
        know(LinkChange.Learning.class, (device, change) -> netns.bridges().learn(device, change.on()));
    }

    private <T extends LinkChange> void know(Class<T> kind, BiConsumer<Device, T> apply) {
        known.put(kind, (device, change) -> apply.accept(device, kind.cast(change)));
    }

    boolean knows(LinkChange change) {
        return known.containsKey(change.getClass());
    }

    void apply(Device device, LinkChange change) {
        BiConsumer<Device, LinkChange> apply = known.get(change.getClass());
        if (apply != null) {
            apply.accept(device, change);
            if (device.up && TOLD_TO_ALL.contains(change.getClass())) {
                netns.reactions().carrierChanged(device);
            }
        }
    }

    private void up(Device device) {
        if (!device.up) {
            netns.reactions().switchUp(device);
        }
    }

    private void down(Device device) {
        if (device.up && rules.hold(KernelRule.LINK_GOES_DOWN)) {
            netns.reactions().switchDown(device);
        }
    }

    private void addrGen(Device device, LinkChange.AddrGen change) {
        KernelRefusal.when(device.ipv6.isEmpty(), "EAFNOSUPPORT");
        KernelRefusal.when(change.mode().number() > 3 || change.mode().number() == 2, "EINVAL");
        device.ipv6.ifPresent(ipv6 -> ipv6.settings.put("addr_gen_mode", Integer.toString(change.mode().number())));
    }

    private void arpIgnore(Device device, int value) {
        Iterable<Device> links = rules.hold(KernelRule.ARP_IGNORE_IS_THE_LINKS_OWN) ? List.of(device) : netns.links().all();
        links.forEach(link -> link.ipv4Settings.put("arp_ignore", Integer.toString(value)));
    }

    private void mac(Device device, MacAddress mac) {
        if (!device.hardwareAddress.equals(HardwareAddress.of(mac))) {
            checkMac(rules, mac);
        }
        device.hardwareAddressChosen = true;
        if (rules.hold(KernelRule.LINK_TAKES_ANOTHER_MAC)) {
            netns.reactions().setHardwareAddress(device, HardwareAddress.of(mac));
        }
    }

    static void checkMac(Rules rules, MacAddress mac) {
        KernelRefusal.when(!mac.isUnicast() && rules.hold(KernelRule.MULTICAST_MAC_IS_INVALID), "EADDRNOTAVAIL");
    }

    private void mtu(Device device, int bytes) {
        checkMtu(rules, device.kind, bytes);
        if (device.mtu != bytes) {
            device.mtuChosen = true;
            netns.reactions().setMtu(device, bytes);
        }
    }

    static void checkMtu(Rules rules, DeviceKind kind, int bytes) {
        KernelRefusal.when(bytes < kind.minMtu() && rules.hold(KernelRule.MTU_BELOW_THE_LEAST_IS_INVALID), "EINVAL",
                "mtu less than device minimum");
        boolean tooLarge = kind.maxMtu > 0 && bytes > kind.maxMtu;
        KernelRefusal.when(tooLarge && rules.hold(KernelRule.MTU_ABOVE_THE_MOST_IS_INVALID), "EINVAL",
                "mtu greater than device maximum");
    }

    private void group(Device device, int group) {
        if (rules.hold(KernelRule.LINK_GOES_INTO_ANOTHER_GROUP)) {
            device.group = group;
        }
    }

    private void name(Device device, String name) {
        if (!device.name.equals(name)) {
            KernelRefusal.when(netns.links().names().isTaken(name), "EEXIST");
            Names.checkFolder(name);
            netns.links().names().give(device, name);
            netns.ipv4().renamed(device);
        }
    }

    private void alias(Device device, String text) {
        if (!text.isEmpty() || rules.hold(KernelRule.EMPTY_ALIAS_TAKES_IT_OFF)) {
            device.alias = rules.hold(KernelRule.ALIAS_IS_KEPT_WORD_FOR_WORD) ? text : text.strip().replace("\"", "");
        }
    }
}
