package io.podbridge.testkit.assertions;

import io.podbridge.netlink.model.BridgePort;
import io.podbridge.netlink.model.Link;
import io.podbridge.netlink.model.LinkKind;
import io.podbridge.netlink.model.MacAddress;
import org.jspecify.annotations.Nullable;

/**
 * What can be said of a link by itself.
 *
 * @param <S> the assertion, for chains
 */
public abstract sealed class AbstractLinkAssert<S extends AbstractLinkAssert<S>> extends NounAssert<S, Link>
        permits LinkAssert, PodLinkAssert {

    AbstractLinkAssert(@Nullable Link actual, Class<?> self) {
        super(actual, self);
    }

    final Link link() {
        return noun(actual);
    }

    @Override
    final String noun() {
        return "link \"" + link().name() + "\"";
    }

    /**
     * Its name is this one; an alternative name does not do.
     *
     * @param name such as {@code eth0}
     * @return this
     */
    public S hasName(String name) {
        return expect("name", name, link().name());
    }

    /**
     * It answers to this alternative name.
     *
     * @param name the name
     * @return this
     */
    public S hasAltName(String name) {
        return expectAmong("alternative names", name, link().altNames());
    }

    /**
     * Its kind is this one.
     *
     * @param kind such as {@link LinkKind#BRIDGE}
     * @return this
     */
    public S isKind(LinkKind kind) {
        return expect("kind", kind, link().kind());
    }

    /**
     * It is switched on ({@code IFF_UP}); whether it has a carrier does not count.
     *
     * @return this
     */
    public S isUp() {
        return expect("state", Words.upOrDown(true), Words.upOrDown(link().isUp()));
    }

    /**
     * It is switched off.
     *
     * @return this
     */
    public S isDown() {
        return expect("state", Words.upOrDown(false), Words.upOrDown(link().isUp()));
    }

    /**
     * Its Ethernet address is this one.
     *
     * @param mac such as {@code 0a:58:0a:f4:01:07}, in either case
     * @return this
     * @throws IllegalArgumentException if the text is no Ethernet address
     */
    public S hasMac(String mac) {
        return hasMac(MacAddress.parse(mac));
    }

    /**
     * Its Ethernet address is this one.
     *
     * @param mac the address
     * @return this
     */
    public S hasMac(MacAddress mac) {
        return expect("MAC address", mac, link().mac());
    }

    /**
     * Its MTU is this one.
     *
     * @param bytes the MTU in bytes
     * @return this
     */
    public S hasMtu(int bytes) {
        return expect("MTU", bytes, link().mtu());
    }

    /**
     * It is neither a port of a bridge nor enslaved to anything else.
     *
     * @return this
     */
    public S hasNoMaster() {
        if (link().master().isPresent()) {
            expect("master", Words.NONE, "link " + link().master().getAsInt());
        }
        return myself;
    }

    /**
     * It is a port of a bridge that learns no MAC addresses from it.
     *
     * @return this
     */
    public S hasLearningOff() {
        return expect("learning", Words.onOrOff(false), link().bridgePort().map(BridgePort::learning).map(Words::onOrOff));
    }

    /**
     * Its own {@code arp_ignore} is this one.
     *
     * @param value 0 to 8
     * @return this
     */
    public S hasArpIgnore(int value) {
        return expect("arp_ignore", value, Words.optional(link().arpIgnore()));
    }

    /**
     * IPv6 is switched off on it.
     *
     * @return this
     */
    public S hasIpv6Off() {
        return expect("IPv6", Words.onOrOff(false), link().ipv6Disabled().map(disabled -> Words.onOrOff(!disabled)));
    }

    /**
     * It is a tap that this user and this group may open.
     *
     * @param uid the user's id
     * @param gid the group's id
     * @return this
     */
    public S isTapOf(long uid, long gid) {
        expect("type", "tap", link().tun().map(tun -> tun.tap() ? "tap" : "tun"));
        expect("owner", uid, link().tun().flatMap(tun -> Words.optional(tun.owner())));
        return expect("group", gid, link().tun().flatMap(tun -> Words.optional(tun.group())));
    }
}
