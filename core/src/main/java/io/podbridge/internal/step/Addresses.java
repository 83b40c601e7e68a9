package io.podbridge.internal.step;

import com.google.common.collect.Lists;
import io.podbridge.internal.pod.Observed;
import io.podbridge.netlink.model.InterfaceAddress;
import io.podbridge.netlink.model.IpFamily;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Addresses, compared: which of the captured ones the NIC does not have again yet, and which it has besides. */
final class Addresses {

    private Addresses() {}

    /** In the order in which the kernel wants them: it lists IPv6 addresses newest first. */
    static Stream<InterfaceAddress> missing(BindingContext context, Observed observed, IpFamily family) {
        List<InterfaceAddress> there = of(family, observed.addressesOf(context.podNic().index()));
        List<InterfaceAddress> wanted = of(family, context.unexpiredAddresses());
        if (family == IpFamily.IPV4) {
            return areAsBefore(there, wanted) ? Stream.of() : wanted.stream();
        }
        return Lists.reverse(wanted).stream().filter(address -> there.stream().noneMatch(found -> same(found, address)));
    }

    /**
     * {@return what the NIC has that it did not have: what somebody else made meanwhile, or the kernel; the last first} A link-local
     * address that the kernel had not made yet when the NIC was read is no surplus: it would have come. Nor is a temporary one.
     */
    static Stream<InterfaceAddress> surplus(BindingContext context, Observed observed) {
        List<InterfaceAddress> there = observed.addressesOf(context.podNic().index());
        List<InterfaceAddress> captured = context.pod().addresses();
        boolean hadLinkLocal = captured.stream().anyMatch(Addresses::isIpv6LinkLocal);
        boolean ipv4AsBefore = areAsBefore(of(IpFamily.IPV4, there), of(IpFamily.IPV4, context.unexpiredAddresses()));
        return Lists.reverse(there).stream().filter(found -> !found.isTemporary()).filter(found -> found.family() == IpFamily.IPV4
                ? !ipv4AsBefore
                : (hadLinkLocal || !isIpv6LinkLocal(found)) && captured.stream().noneMatch(address -> same(found, address)));
    }

    /** {@return whether it is the same address, whatever its lifetime and label} */
    static boolean same(InterfaceAddress one, InterfaceAddress other) {
        return one.prefix().equals(other.prefix()) && one.peer().equals(other.peer());
    }

    /**
     * IPv4 addresses come back all or none: they lean on each other as primary and secondaries, in an order that decides which of them is
     * the source of a packet, and a NIC that was renamed while it had some has them under other labels.
     */
    private static boolean areAsBefore(List<InterfaceAddress> there, List<InterfaceAddress> wanted) {
        return there.size() == wanted.size() && IntStream.range(0, there.size())
                .allMatch(at -> same(there.get(at), wanted.get(at)) && there.get(at).label().equals(wanted.get(at).label()));
    }

    private static List<InterfaceAddress> of(IpFamily family, List<InterfaceAddress> addresses) {
        return addresses.stream().filter(address -> address.family() == family).toList();
    }

    private static boolean isIpv6LinkLocal(InterfaceAddress address) {
        return address.family() == IpFamily.IPV6 && address.address().isLinkLocal();
    }
}
