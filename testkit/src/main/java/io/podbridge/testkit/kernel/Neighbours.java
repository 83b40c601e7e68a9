package io.podbridge.testkit.kernel;

import io.podbridge.netlink.model.IpAddress;
import io.podbridge.netlink.model.IpFamily;
import io.podbridge.netlink.model.Neighbour;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** The neighbour tables of both families ({@code net/core/neighbour.c}); proxies are kept apart. Nobody sends anything, so all in it was put there. */
final class Neighbours {
    private static final int STATELESS = 0;
    /** {@code NTF_ROUTER}. */
    private static final int ROUTER = 0x80;

    private final Rules rules;
    private final Map<Place, Neighbour> entries = new LinkedHashMap<>();
    private final Map<Place, Neighbour> proxies = new LinkedHashMap<>();

    Neighbours(Rules rules) {
        this.rules = rules;
    }

    private record Place(Device device, IpAddress address) {
        boolean isOf(Device other, IpFamily family) {
            return device == other && address.family() == family;
        }
    }

    List<Neighbour> report() {
        return Stream.of(IpFamily.values())
                .flatMap(family -> Stream.of(entries, proxies).flatMap(table -> table.values().stream())
                        .filter(entry -> entry.address().family() == family))
                .toList();
    }

    /** As {@code neigh_add}. */
    void replace(Device device, Neighbour wanted) {
        Place place = new Place(device, wanted.address());
        boolean ipv6 = wanted.address().family() == IpFamily.IPV6;
        KernelRefusal.when(wanted.isProxy() && ipv6 && device.ipv6.isEmpty(), "ENOBUFS");
        if (wanted.isProxy() && rules.hold(KernelRule.PROXIES_STAND_APART)) {
            proxies.put(place, Neighbour.builder(device.index, wanted.address()).flags(wanted.flags()).build());
            return;
        }
        if (!ipv6 && device.isLoopback() && !wanted.address().isUnspecified()) {
            // All neighbours of the loopback are one, as arp_constructor has it.
            replace(device, wanted.toBuilder().address(IpAddress.unspecified(IpFamily.IPV4)).build());
            return;
        }
        KernelRefusal.when(ipv6 && device.ipv6.map(Ipv6Device::isDisabled).orElse(true), "EINVAL",
                "IPv6 is disabled on this device");
        KernelRefusal.when(
                wanted.hardwareAddress().map(address -> address.toBytes().length < device.hardwareAddress.toBytes().length)
                        .orElse(false),
                "EINVAL", "Invalid link address");
        KernelRefusal.when(wanted.hardwareAddress().isEmpty() && !entries.containsKey(place)
                && (wanted.state() & Neighbour.PERMANENT) != 0 && !device.isLoopback(), "EINVAL", "No link layer address given");
        boolean keeps = !entries.containsKey(place) || rules.hold(KernelRule.NEIGHBOUR_IS_REPLACED);
        if (keeps) {
            entries.put(place, taken(device, wanted));
        }
    }

    private Neighbour taken(Device device, Neighbour wanted) {
        Neighbour.Builder taken = Neighbour.builder(device.index, wanted.address());
        taken.state(rules.hold(KernelRule.NEIGHBOUR_KEEPS_ITS_STATE) ? wanted.state() : STATELESS);
        taken.flags(rules.hold(KernelRule.NEIGHBOUR_LEARNED_OUTSIDE_SAYS_SO)
                ? wanted.flags() & (Neighbour.EXTERNALLY_LEARNED | Neighbour.MANAGED | ROUTER)
                : wanted.flags() & (Neighbour.MANAGED | ROUTER));
        wanted.hardwareAddress().filter(address -> rules.hold(KernelRule.NEIGHBOUR_KEEPS_ITS_MAC))
                .ifPresent(taken::hardwareAddress);
        if (wanted.protocol().orElse(0) != 0) {
            taken.protocol(wanted.protocol().getAsInt());
        }
        return taken.build();
    }

    /** As {@code neigh_delete}. */
    void delete(Device device, Neighbour wanted) {
        Place place = new Place(device, wanted.address());
        if (wanted.isProxy()) {
            KernelRefusal.when(proxies.remove(place) == null && rules.hold(KernelRule.MISSING_PROXY_IS_NOT_FOUND), "ENOENT");
            if (!rules.hold(KernelRule.DELETED_PROXY_LEAVES_THE_NEIGHBOUR)) {
                entries.remove(place);
            }
            return;
        }
        boolean there = entries.containsKey(place);
        KernelRefusal.when(!there && rules.hold(KernelRule.MISSING_NEIGHBOUR_IS_NOT_FOUND), "ENOENT");
        if (rules.hold(KernelRule.DELETED_NEIGHBOUR_IS_GONE)) {
            entries.remove(place);
        }
    }

    void flush(Device device) {
        Stream.of(IpFamily.values()).forEach(family -> flush(device, family));
    }

    /** As {@code neigh_ifdown}: permanent ones and proxies too. */
    void flush(Device device, IpFamily family) {
        if (rules.hold(KernelRule.NEIGHBOURS_ARE_LOST_ON_DOWN)) {
            entries.keySet().removeIf(place -> place.isOf(device, family));
        }
        proxies.keySet().removeIf(place -> place.isOf(device, family));
    }

    /** As {@code neigh_carrier_down}: only what is permanent stays, and no proxy. */
    void carrierLost(Device device, IpFamily family) {
        entries.entrySet()
                .removeIf(entry -> entry.getKey().isOf(device, family) && (entry.getValue().state() & Neighbour.PERMANENT) == 0);
        proxies.keySet().removeIf(place -> place.isOf(device, family));
    }

    /** As {@code neigh_changeaddr}: what was found under the old address may not find back; proxies resolve nothing. */
    void flushResolved(Device device) {
        Predicate<Place> own = place -> place.device() == device;
        entries.keySet().removeIf(own);
    }
}
