package io.podbridge.testkit.kernel;

import io.podbridge.netlink.Feature;
import io.podbridge.netlink.model.HardwareAddress;
import io.podbridge.netlink.model.LinkKind;
import io.podbridge.netlink.model.MacAddress;
import io.podbridge.netlink.request.LinkAdd;
import io.podbridge.netlink.request.LinkChange;
import io.podbridge.netlink.request.VethPeer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/** Makes links ({@code rtnl_newlink}, and {@code /dev/net/tun} for taps). */
final class LinkMaker {
    private final Netns netns;
    private final Rules rules;
    private final LinkChanges changes;
    private final Taps taps;

    LinkMaker(Netns netns, LinkChanges changes) {
        this.netns = netns;
        this.rules = netns.rules();
        this.changes = changes;
        this.taps = new Taps(netns);
    }

    /** What is done one after the other, and could stop between: the link itself, then what it has besides. */
    KernelCall call(LinkAdd add) {
        Making making = new Making(add);
        List<Runnable> parts = new ArrayList<>();
        parts.add(making::begin);
        if (add.tap().isPresent()) {
            add.mac().ifPresent(mac -> parts.add(() -> making.change(new LinkChange.Mac(mac))));
            add.mtu().ifPresent(mtu -> parts.add(() -> making.change(new LinkChange.Mtu(mtu))));
            Runnable last = parts.remove(parts.size() - 1);
            parts.add(() -> making.finish(last));
        }
        if (add.isUp() && rules.hold(KernelRule.LINK_CAN_BE_UP_FROM_THE_START)) {
            parts.add(making::up);
        }
        return new KernelCall(parts, making::end);
    }

    /** A link on its way. */
    private final class Making {
        private final LinkAdd add;
        private Optional<Device> made = Optional.empty();
        private boolean complete;

        private Making(LinkAdd add) {
            this.add = add;
        }

        private void begin() {
            made = Optional.of(add.tap().isPresent() ? taps.make(add, add.tap().get()) : make(add));
        }

        private void change(LinkChange change) {
            made.ifPresent(device -> changes.apply(device, change));
        }

        private void finish(Runnable last) {
            last.run();
            made.ifPresent(taps::persist);
            complete = true;
        }

        /** A tap goes up when the process that made it has let go of it, so it has no carrier from that. */
        private void up() {
            end();
            netns.machine().settle();
            change(new LinkChange.Up());
        }

        /** The process lets go of a tap, or is dead. */
        private void end() {
            made.filter(device -> device.tun.isPresent()).ifPresent(tap -> {
                if (complete || !rules.hold(KernelRule.LINK_THAT_CANNOT_BE_FINISHED_IS_NOT_LEFT)) {
                    taps.letGo(tap);
                } else {
                    netns.links().unregister(tap);
                    made = Optional.empty();
                }
            });
        }
    }

    private Device make(LinkAdd add) {
        DeviceKind.of(add.kind()).ifPresent(driver -> validate(driver, add));
        refuseTaken(add);
        DeviceKind kind = kind(add.kind());
        add.mtu().ifPresent(mtu -> LinkChanges.checkMtu(rules, kind, mtu));
        Optional<Device> peer = kind == DeviceKind.VETH ? Optional.of(makePeer(add)) : Optional.empty();
        Device made;
        try {
            made = netns.links().register(add.name(), kind, add.index().orElse(0));
        } catch (KernelRefusal refusal) {
            peer.filter(end -> rules.hold(KernelRule.VETH_IS_MADE_WITH_BOTH_ENDS_OR_NONE)).ifPresent(netns.links()::unregister);
            throw refusal;
        }
        furnish(made, add);
        peer.ifPresent(end -> connect(made, end));
        return made;
    }

    private DeviceKind kind(LinkKind wanted) {
        Optional<DeviceKind> kind = DeviceKind.of(wanted);
        KernelRefusal.when(kind.filter(known -> known == DeviceKind.TAP).isPresent(), "EOPNOTSUPP",
                "tun/tap creation via rtnetlink is not supported.");
        boolean lacking = kind.filter(known -> known == DeviceKind.DUMMY).isPresent() && !netns.machine().has(Feature.DUMMY)
                && rules.hold(KernelRule.DUMMY_NEEDS_ITS_DRIVER);
        KernelRefusal.when((kind.isEmpty() || lacking) && (lacking || rules.hold(KernelRule.UNKNOWN_KIND_IS_UNSUPPORTED)),
                "EOPNOTSUPP",
                "Unknown device type");
        return kind.orElse(DeviceKind.BRIDGE);
    }

    /** What a driver looks at before it is asked whether the link is there already; a veth looks at its MTU too, and says nothing. */
    private void validate(DeviceKind kind, LinkAdd add) {
        add.mac().ifPresent(mac -> LinkChanges.checkMac(rules, mac));
        boolean outOfRange = add.mtu().isPresent()
                && (add.mtu().getAsInt() < kind.minMtu() || add.mtu().getAsInt() > kind.maxMtu);
        KernelRefusal.when(kind == DeviceKind.VETH && outOfRange, "EINVAL");
        add.peer().flatMap(VethPeer::mac).ifPresent(mac -> LinkChanges.checkMac(rules, mac));
    }

    /** rtnetlink takes an index, or else a name, for the link that is meant; with {@code NLM_F_EXCL} it must not be there. */
    private void refuseTaken(LinkAdd add) {
        boolean indexTaken = add.index().isPresent() && netns.links().byIndex(add.index().getAsInt()).isPresent();
        KernelRefusal.when(indexTaken && rules.hold(KernelRule.TAKEN_INDEX_EXISTS), "EEXIST");
        KernelRefusal.when(add.index().isEmpty() && netns.links().names().isTaken(add.name()), "EEXIST");
    }

    private void furnish(Device made, LinkAdd add) {
        add.mac().filter(mac -> rules.hold(KernelRule.CHOSEN_MAC_IS_GIVEN)).ifPresent(mac -> {
            choose(made, mac);
            if (made.isBridge()) {
                netns.bridges().selectPortStates(made);
            }
        });
        if (rules.hold(KernelRule.CHOSEN_MTU_IS_GIVEN)) {
            add.mtu().ifPresent(mtu -> netns.reactions().setMtu(made, mtu));
        }
        made.multicastSnooping = add.multicastSnooping().filter(chosen -> rules.hold(KernelRule.CHOSEN_SNOOPING_IS_GIVEN))
                .orElse(rules.hold(KernelRule.BRIDGE_SNOOPS_MULTICAST));
    }

    private static void choose(Device made, MacAddress mac) {
        made.hardwareAddress = HardwareAddress.of(mac);
        made.hardwareAddressChosen = true;
    }

    private VethPeer anyPeer() {
        int number = 0;
        while (netns.links().names().isTaken("veth" + number)) {
            number++;
        }
        return new VethPeer("veth" + number, OptionalInt.empty(), Optional.empty());
    }

    /** The index of the second end counts only where that of the first is chosen too. */
    private Device makePeer(LinkAdd add) {
        VethPeer wanted = add.peer().orElseGet(this::anyPeer);
        Device end = netns.links().register(wanted.name(), DeviceKind.VETH,
                add.index().isPresent() ? wanted.index().orElse(0) : 0);
        wanted.mac().filter(mac -> rules.hold(KernelRule.VETH_PEER_HAS_WHAT_WAS_CHOSEN)).ifPresent(mac -> choose(end, mac));
        return end;
    }

    /** Lays the cable between two ends of a veth; neither is up, so there is no carrier. */
    static void connect(Device first, Device second) {
        first.peer = Optional.of(second);
        second.peer = Optional.of(first);
        for (Device end : List.of(second, first)) {
            end.netns.machine().linkWatch().carrier(end, false);
        }
    }
}
