package io.podbridge.testkit.kernel;

import io.podbridge.netlink.Feature;
import io.podbridge.netlink.model.Sysctl;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The settings below {@code /proc/sys/net} of a namespace. */
final class Sysctls {
    private static final List<String> FORWARD_IPV4 = List.of("net", "ipv4", "ip_forward");
    private static final int LINK_SEGMENTS = 5;

    private final Netns netns;
    private final SettingWrites writes;
    private final Map<String, String> ofNamespace;
    private final Map<String, String> allIpv4 = SettingDefaults.ofAllIpv4();
    private final Map<String, String> newIpv4 = SettingDefaults.ofIpv4();
    private final Map<String, String> allIpv6 = SettingDefaults.ofAllIpv6();
    private final Map<String, String> newIpv6 = SettingDefaults.ofIpv6();

    Sysctls(Netns netns) {
        this.netns = netns;
        this.writes = new SettingWrites(netns);
        this.ofNamespace = netns.rules().hold(KernelRule.SETTING_IS_ITS_NAMESPACES_OWN)
                ? new HashMap<>(SettingDefaults.ofNamespace())
                : netns.machine().sharedSettings();
    }

    Map<String, String> defaultsOfIpv4() {
        return newIpv4;
    }

    Map<String, String> defaultsOfIpv6() {
        return newIpv6;
    }

    boolean ipv4OfLinkOrAll(Device device, String setting) {
        return List.of(device.ipv4Settings, allIpv4).stream().anyMatch(settings -> !"0".equals(settings.get(setting)));
    }

    /** Whether duplicates are looked for: where neither all links nor this one are told to, they are not. */
    boolean probes(Ipv6Device ipv6) {
        return ipv6OfLinkOrAll(ipv6, "accept_dad");
    }

    /** Whether one of the two says yes; a negative number does not. */
    boolean ipv6OfLinkOrAll(Ipv6Device ipv6, String setting) {
        return ipv6.number(setting) >= 1 || Integer.parseInt(allIpv6.getOrDefault(setting, "0")) >= 1;
    }

    Optional<String> read(Sysctl key) {
        return place(key).flatMap(SettingPlace::read);
    }

    void write(Sysctl key, String value) {
        KernelRefusal.when(!netns.machine().has(Feature.WRITABLE_SYSCTL), "EROFS");
        boolean linkMissing = key.link().isPresent() && netns.links().byIndex(key.link().get().index()).isEmpty();
        KernelRefusal.when(linkMissing, "ENODEV");
        Optional<SettingPlace> place = place(key).filter(found -> found.read().isPresent());
        KernelRefusal.when(place.isEmpty() && netns.rules().hold(KernelRule.MISSING_SETTING_IS_NOT_FOUND), "ENOENT");
        place.ifPresent(found -> write(found, value));
    }

    private void write(SettingPlace place, String value) {
        Optional<String> taken = SettingType.of(place.name(), place.device()).taken(value, place.read().orElseThrow());
        KernelRefusal.when(taken.isEmpty() && netns.rules().hold(KernelRule.SETTING_IS_A_NUMBER), "EINVAL");
        taken.filter(number -> netns.rules().hold(KernelRule.SETTING_IS_READ_AS_IT_WAS_WRITTEN))
                .ifPresent(number -> writes.write(place, number));
    }

    private Optional<SettingPlace> place(Sysctl key) {
        List<String> path = key.segments();
        if (path.equals(FORWARD_IPV4)) {
            return Optional.of(new SettingPlace(allIpv4, "forwarding", SettingPlace.Of.ALL_IPV4, Optional.empty()));
        }
        boolean ofLinks = path.size() == LINK_SEGMENTS && path.get(0).equals("net") && path.get(2).equals("conf");
        if (!ofLinks) {
            return Optional
                    .of(new SettingPlace(ofNamespace, String.join("/", path), SettingPlace.Of.NAMESPACE, Optional.empty()));
        }
        boolean ipv6 = path.get(1).equals("ipv6");
        String name = path.get(LINK_SEGMENTS - 1);
        if (key.link().isEmpty() && Names.OF_ALL_AND_NEW_LINKS.contains(path.get(3))) {
            return Optional.of(ofAll(ipv6, path.get(3).equals("all"), name));
        }
        return device(key).flatMap(device -> ofLink(device, ipv6, name));
    }

    private SettingPlace ofAll(boolean ipv6, boolean all, String name) {
        if (ipv6) {
            return all
                    ? new SettingPlace(allIpv6, name, SettingPlace.Of.ALL_IPV6, Optional.empty())
                    : new SettingPlace(newIpv6, name, SettingPlace.Of.NEW_IPV6, Optional.empty());
        }
        return all
                ? new SettingPlace(allIpv4, name, SettingPlace.Of.ALL_IPV4, Optional.empty())
                : new SettingPlace(newIpv4, name, SettingPlace.Of.NEW_IPV4, Optional.empty());
    }

    /** A link's setting is found by its index, whatever it is called by now. */
    private Optional<Device> device(Sysctl key) {
        return key.link().isPresent() && netns.rules().hold(KernelRule.SETTING_IS_FOUND_BY_THE_LINKS_INDEX)
                ? netns.links().byIndex(key.link().get().index())
                : netns.links().names().find(key.segments().get(3));
    }

    private Optional<SettingPlace> ofLink(Device device, boolean ipv6, String name) {
        if (ipv6) {
            return device.ipv6.map(own -> new SettingPlace(own.settings, name, SettingPlace.Of.LINK_IPV6, Optional.of(device)));
        }
        Map<String, String> own = netns.rules().hold(KernelRule.SETTING_OF_A_LINK_IS_ITS_OWN) ? device.ipv4Settings : allIpv4;
        return Optional.of(new SettingPlace(own, name, SettingPlace.Of.LINK_IPV4, Optional.of(device)));
    }
}
