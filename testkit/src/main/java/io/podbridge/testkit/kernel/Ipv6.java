package io.podbridge.testkit.kernel;

import io.podbridge.netlink.model.AddressFlags;
import io.podbridge.netlink.model.IpFamily;
import java.util.List;
import java.util.Optional;

/** IPv6 of links ({@code net/ipv6/addrconf.c}): where it is, and what becomes of it when its link changes. */
final class Ipv6 {
    private static final int LEAST_MTU = 1280;

    private final Netns netns;
    private final Rules rules;
    private final Routes6 routes;
    private final Ipv6Addresses addresses;

    Ipv6(Netns netns) {
        this.netns = netns;
        this.rules = netns.rules();
        this.routes = new Routes6(netns);
        this.addresses = new Ipv6Addresses(netns);
    }

    Routes6 routes() {
        return routes;
    }

    Ipv6Addresses addresses() {
        return addresses;
    }

    void begin(Device device) {
        if (device.mtu >= LEAST_MTU) {
            Ipv6Device made = new Ipv6Device(netns.sysctls().defaultsOfIpv6());
            made.settings.putAll(SettingDefaults.ofLinkIpv6(device));
            device.ipv6 = Optional.of(made);
        }
    }

    void up(Device device) {
        if (device.ipv6.isEmpty()) {
            begin(device);
        }
        device.ipv6.filter(ipv6 -> !ipv6.isDisabled()).ifPresent(ipv6 -> {
            addresses.restoreRoutes(ipv6);
            if (isReady(device)) {
                configure(device, ipv6);
            }
        });
    }

    /** As {@code addrconf_link_ready}. */
    private static boolean isReady(Device device) {
        return device.up && device.isOperational() && device.queueing;
    }

    void carrierChanged(Device device) {
        if (!isReady(device)) {
            netns.fib6().carrierLost(device);
            netns.neighbours().carrierLost(device, IpFamily.IPV6);
            return;
        }
        device.ipv6.filter(ipv6 -> !ipv6.isDisabled()).ifPresent(ipv6 -> {
            if (ipv6.ready) {
                netns.fib6().revive(device, Hop.LINKDOWN);
            } else {
                configure(device, ipv6);
            }
        });
    }

    /** The link can be used for the first time since it was switched on. */
    private void configure(Device device, Ipv6Device ipv6) {
        ipv6.ready = true;
        addresses.addOwn(device, ipv6);
        List.copyOf(ipv6.addresses).stream().filter(address -> address.has(AddressFlags.TENTATIVE)).forEach(addresses::probe);
        netns.fib6().revive(device, Hop.DEAD);
        takeMtu(device, ipv6);
    }

    /** Its own MTU, which somebody may have written, is that of the link once more, and so is that of its routes. */
    private void takeMtu(Device device, Ipv6Device ipv6) {
        int before = ipv6.number("mtu");
        if (before != device.mtu && device.mtu >= LEAST_MTU) {
            ipv6.settings.put("mtu", Integer.toString(device.mtu));
            netns.fib6().mtuChanged(device, before);
        }
    }

    /** As {@code addrconf_ifdown}. */
    void down(Device device) {
        device.ipv6.ifPresent(
                ipv6 -> down(device, !ipv6.isDisabled() && netns.sysctls().ipv6OfLinkOrAll(ipv6, "keep_addr_on_down")));
    }

    private void down(Device device, boolean keeps) {
        netns.fib6().linkDown(device, false);
        netns.neighbours().flush(device, IpFamily.IPV6);
        device.ipv6.ifPresent(ipv6 -> {
            ipv6.ready = false;
            for (KernelAddress address : List.copyOf(ipv6.addresses)) {
                if (keeps && Ipv6Addresses.isKept(address)) {
                    addresses.keep(ipv6, address);
                } else if (rules.hold(KernelRule.IPV6_ADDRESSES_ARE_LOST_ON_DOWN)) {
                    addresses.lose(address);
                }
            }
        });
    }

    void end(Device device) {
        down(device, false);
        netns.fib6().linkDown(device, true);
        device.ipv6 = Optional.empty();
    }

    /** IPv6 needs packets of 1280 bytes, and is not there without. */
    void mtuChanged(Device device) {
        if (device.mtu < LEAST_MTU) {
            if (device.isLoopback()) {
                down(device);
            } else if (rules.hold(KernelRule.IPV6_NEEDS_AN_MTU_OF_1280)) {
                end(device);
            }
        } else if (device.ipv6.isEmpty()) {
            begin(device);
            up(device);
        } else {
            takeMtu(device, device.ipv6.orElseThrow());
        }
    }

    /** As {@code addrconf_init_auto_addrs}, when {@code addr_gen_mode} was written as a setting: at once, carrier or not. */
    void makeOwnAddresses(Device device, Ipv6Device ipv6) {
        if (!ipv6.isDisabled()) {
            addresses.addOwn(device, ipv6);
        }
    }

    /** {@code disable_ipv6} was written. */
    void disabledChanged(Device device, Ipv6Device ipv6) {
        if (!ipv6.isDisabled()) {
            up(device);
        } else if (rules.hold(KernelRule.DISABLING_IPV6_TAKES_ITS_ADDRESSES)) {
            down(device);
        }
    }
}
