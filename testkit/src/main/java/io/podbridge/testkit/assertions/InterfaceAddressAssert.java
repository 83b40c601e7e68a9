package io.podbridge.testkit.assertions;

import io.podbridge.netlink.model.InterfaceAddress;
import io.podbridge.netlink.model.IpAddress;
import io.podbridge.netlink.model.IpPrefix;
import io.podbridge.netlink.model.Lifetime;
import io.podbridge.netlink.model.Scope;
import io.podbridge.netlink.state.AddressText;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Assertions about an address of a link. */
public final class InterfaceAddressAssert extends NounAssert<InterfaceAddressAssert, InterfaceAddress> {

    InterfaceAddressAssert(@Nullable InterfaceAddress actual) {
        super(actual, InterfaceAddressAssert.class);
    }

    private InterfaceAddress address() {
        return noun(actual);
    }

    @Override
    String noun() {
        return "address " + address().prefix();
    }

    @Override
    List<String> text() {
        return List.of(AddressText.of(address(), "if" + address().linkIndex()));
    }

    /**
     * It is this address with this length of its subnet.
     *
     * @param prefix such as {@code 10.244.1.7/24}
     * @return this
     * @throws IllegalArgumentException if the text is no prefix
     */
    public InterfaceAddressAssert hasPrefix(String prefix) {
        return expect("prefix", IpPrefix.parse(prefix), address().prefix());
    }

    /**
     * It has this peer.
     *
     * @param peer the address at the other end of a point-to-point link
     * @return this
     * @throws IllegalArgumentException if the text is no address
     */
    public InterfaceAddressAssert hasPeer(String peer) {
        return expect("peer", IpAddress.parse(peer), address().peer());
    }

    /**
     * It has this broadcast address.
     *
     * @param broadcast such as {@code 10.244.1.255}
     * @return this
     * @throws IllegalArgumentException if the text is no address
     */
    public InterfaceAddressAssert hasBroadcast(String broadcast) {
        return expect("broadcast address", IpAddress.parse(broadcast), address().broadcast());
    }

    /**
     * It has this label.
     *
     * @param label such as {@code eth0:1}
     * @return this
     */
    public InterfaceAddressAssert hasLabel(String label) {
        return expect("label", label, address().label());
    }

    /**
     * It has this scope.
     *
     * @param scope such as {@link Scope#LINK}
     * @return this
     */
    public InterfaceAddressAssert hasScope(Scope scope) {
        return expect("scope", scope, address().scope());
    }

    /**
     * Neither of its lifetimes has an end.
     *
     * @return this
     */
    public InterfaceAddressAssert isForever() {
        expect("valid lifetime", Lifetime.FOREVER, address().validLifetime());
        return expect("preferred lifetime", Lifetime.FOREVER, address().preferredLifetime());
    }
}
