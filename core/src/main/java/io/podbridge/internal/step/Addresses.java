package io.podbridge.internal.step;

import com.google.common.collect.Lists;
import io.podbridge.internal.pod.Observed;
import io.podbridge.netlink.model.InterfaceAddress;
import io.podbridge.netlink.model.IpFamily;
import java.util.List;
import java.util.stream.Stream;

/** Addresses, compared: which of the captured ones the NIC does not have again yet, and which it has besides. */
final class Addresses {

    private Addresses() {}

    /** In the order in which the kernel wants them: it lists IPv6 addresses newest first. */
    static Stream<InterfaceAddress> missing(BindingContext context, Observed observed, IpFamily family) {
        List<InterfaceAddress> there = observed.addressesOf(context.podNic().index());
        List<InterfaceAddress> captured = context.pod().addresses();
        return (family == IpFamily.IPV6 ? Lists.reverse(captured) : captured).stream()
                .filter(address -> address.family() == family)
                .filter(address -> there.stream().noneMatch(found -> same(found, address)));
    }

    /**
     * {@return what the NIC has that it did not have: what somebody else made meanwhile, or the kernel} A link-local address that the
     * kernel had not made yet when the NIC was read is no surplus: it would have come.
     */
    static Stream<InterfaceAddress> surplus(BindingContext context, Observed observed) {
        List<InterfaceAddress> captured = context.pod().addresses();
        boolean hadLinkLocal = captured.stream().anyMatch(Addresses::isIpv6LinkLocal);
        return observed.addressesOf(context.podNic().index()).stream()
                .filter(found -> hadLinkLocal || !isIpv6LinkLocal(found))
                .filter(found -> captured.stream().noneMatch(address -> same(found, address)));
    }

    private static boolean isIpv6LinkLocal(InterfaceAddress address) {
        return address.family() == IpFamily.IPV6 && address.address().isLinkLocal();
    }

    /** {@return whether it is the same address, whatever its lifetime} */
    static boolean same(InterfaceAddress one, InterfaceAddress other) {
        return one.prefix().equals(other.prefix()) && one.peer().equals(other.peer());
    }
}
