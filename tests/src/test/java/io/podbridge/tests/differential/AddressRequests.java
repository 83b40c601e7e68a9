package io.podbridge.tests.differential;

import io.podbridge.netlink.model.AddressFlags;
import io.podbridge.netlink.model.InterfaceAddress;
import io.podbridge.netlink.model.IpAddress;
import io.podbridge.netlink.model.IpFamily;
import io.podbridge.netlink.model.IpPrefix;
import io.podbridge.netlink.model.Lifetime;
import io.podbridge.netlink.model.LinkId;
import io.podbridge.netlink.model.Scope;
import io.podbridge.netlink.request.AddressAdd;
import io.podbridge.netlink.request.AddressDelete;
import io.podbridge.netlink.request.AddressReplace;
import io.podbridge.netlink.request.NetlinkRequest;
import java.util.List;

/** Addresses that come, change and go. */
final class AddressRequests implements RequestSource {
    @Override
    public NetlinkRequest next(Scene scene) {
        List<InterfaceAddress> present = scene.sight().addresses().stream()
                .filter(address -> !Normalisation.isRandom(Normalisation.prefix(address.prefix()))).toList();
        if (!present.isEmpty() && scene.dice().chance(30)) {
            return again(scene, scene.dice().oneOf(present));
        }
        LinkId link = scene.networkLink();
        InterfaceAddress address = fresh(scene, link);
        return switch (scene.dice().between(0, 9)) {
            case 0 -> new AddressDelete(link, address);
            case 1, 2, 3, 4 -> new AddressReplace(link, address);
            default -> new AddressAdd(link, address);
        };
    }

    /** An address that is there is deleted, changed, or added once more. */
    private static NetlinkRequest again(Scene scene, InterfaceAddress address) {
        LinkId link = new LinkId(address.linkIndex(), scene.names().get(address.linkIndex()));
        InterfaceAddress plain = address.toBuilder().flags(address.flags().configured()).unknownAttributes(List.of()).build();
        // Who made an address is for the kernel to say, and ip(8) has no words for it in every version.
        return switch (scene.dice().between(plain.protocol().isPresent() ? 5 : 0, 9)) {
            case 0 -> new AddressAdd(link, plain);
            case 1, 2 -> new AddressReplace(link, plain);
            case 3, 4 -> new AddressReplace(link, decorate(scene, plain.toBuilder(), link).build());
            default -> new AddressDelete(link, plain);
        };
    }

    private static InterfaceAddress fresh(Scene scene, LinkId link) {
        IpPrefix prefix = scene.dice().oneOf(pool(scene));
        InterfaceAddress.Builder address = InterfaceAddress.builder(link.index(), prefix);
        if (prefix.family() == IpFamily.IPV4 && scene.dice().chance(5)) {
            address.prefix(IpPrefix.host(prefix.address())).peer(IpAddress.parse("10.0.9.1"));
        }
        return scene.dice().chance(50) ? address.build() : decorate(scene, address, link).build();
    }

    private static List<IpPrefix> pool(Scene scene) {
        if (scene.dice().chance(4)) {
            return Scenery.ODD_ADDRESSES;
        }
        if (scene.family() == IpFamily.IPV4) {
            return Scenery.ADDRESSES;
        }
        return scene.isCurrent() ? Scenery.ADDRESSES_6 : Scenery.WIDE_ADDRESSES_6;
    }

    private static InterfaceAddress.Builder decorate(Scene scene, InterfaceAddress.Builder address, LinkId link) {
        if (scene.dice().chance(40)) {
            // An IPv4 address is never probed for, and ip(8) refuses to ask that it be not.
            boolean ipv4 = address.build().family() == IpFamily.IPV4;
            address.flags(new AddressFlags(ipv4
                    ? AddressFlags.NOPREFIXROUTE
                    : scene.dice().oneOf(AddressFlags.NODAD,
                            AddressFlags.NOPREFIXROUTE, AddressFlags.NODAD | AddressFlags.NOPREFIXROUTE,
                            AddressFlags.HOMEADDRESS)));
        }
        if (scene.dice().chance(20) && !isThereWithRoute(scene, address.build())) {
            address.validLifetime(new Lifetime(7200)).preferredLifetime(scene.dice().oneOf(new Lifetime(3600), new Lifetime(0)));
        }
        if (scene.dice().chance(20)) {
            address.metric(scene.dice().oneOf(50L, 100L));
        }
        return address.build().family() == IpFamily.IPV4 ? decorate4(scene, address, link) : address;
    }

    /** Where an IPv6 address gets an end, the kernel (6.18) says that its route ended long ago, and forgets it at a random time. */
    private static boolean isThereWithRoute(Scene scene, InterfaceAddress wanted) {
        return wanted.family() == IpFamily.IPV6 && scene.sight().addresses().stream()
                .anyMatch(address -> address.address().equals(wanted.address()) && address.linkIndex() == wanted.linkIndex());
    }

    private static InterfaceAddress.Builder decorate4(Scene scene, InterfaceAddress.Builder address, LinkId link) {
        if (scene.dice().chance(30) && link.name().length() < 12) {
            address.label(link.name() + ":1");
        }
        if (scene.dice().chance(20)) {
            address.scope(scene.dice().oneOf(Scope.LINK, Scope.HOST));
        }
        return scene.dice().chance(20)
                ? address.broadcast(scene.dice().oneOf(IpAddress.parse("10.0.0.255"),
                        IpAddress.parse("255.255.255.255")))
                : address;
    }
}
