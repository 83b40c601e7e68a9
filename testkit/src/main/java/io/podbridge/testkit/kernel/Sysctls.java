package io.podbridge.testkit.kernel;

import io.podbridge.netlink.Feature;
import io.podbridge.netlink.model.Sysctl;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The settings below {@code /proc/sys/net} of a namespace. */
final class Sysctls {
    private static final List<String> OF_ALL_AND_NEW_LINKS = List.of("all", "default");
    private static final int LINK_SEGMENTS = 5;

    private final Netns netns;
    private final Map<String, String> ofNamespace;
    private final Map<String, String> allIpv4 = SettingDefaults.ofAllIpv4();
    private final Map<String, String> newIpv4 = SettingDefaults.ofIpv4();
    private final Map<String, String> allIpv6 = SettingDefaults.ofAllIpv6();
    private final Map<String, String> newIpv6 = SettingDefaults.ofIpv6();

    Sysctls(Netns netns) {
        this.netns = netns;
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
        return ipv6.number("accept_dad") >= 1 || Integer.parseInt(allIpv6.getOrDefault("accept_dad", "0")) >= 1;
    }

    Optional<String> read(Sysctl key) {
        return place(key).flatMap(Place::read);
    }

    void write(Sysctl key, String value) {
        KernelRefusal.when(!netns.machine().has(Feature.WRITABLE_SYSCTL), "EROFS");
        boolean linkMissing = key.link().isPresent() && netns.links().byIndex(key.link().get().index()).isEmpty();
        KernelRefusal.when(linkMissing, "ENODEV");
        Optional<Place> place = place(key).filter(found -> found.read().isPresent());
        KernelRefusal.when(place.isEmpty() && netns.rules().hold(KernelRule.MISSING_SETTING_IS_NOT_FOUND), "ENOENT");
        boolean number = value.strip().matches("-?[0-9]+(\\s+-?[0-9]+)*");
        KernelRefusal.when(!number && netns.rules().hold(KernelRule.SETTING_IS_A_NUMBER), "EINVAL");
        place.ifPresent(found -> found.write(value.strip()));
    }

    private Optional<Place> place(Sysctl key) {
        List<String> path = key.segments();
        boolean ofLink = path.size() == LINK_SEGMENTS && path.get(0).equals("net") && path.get(2).equals("conf");
        if (!ofLink) {
            return Optional.of(new Place(ofNamespace, String.join("/", path), false, List.of()));
        }
        boolean ipv6 = path.get(1).equals("ipv6");
        if (key.link().isEmpty() && OF_ALL_AND_NEW_LINKS.contains(path.get(3))) {
            boolean all = path.get(3).equals("all");
            return Optional.of(new Place(ofAll(ipv6, all), path.get(4), ipv6 && all, List.of()));
        }
        return device(key)
                .flatMap(device -> settings(device, ipv6).map(own -> new Place(own, path.get(4), false, List.of(device))));
    }

    private Map<String, String> ofAll(boolean ipv6, boolean all) {
        if (ipv6) {
            return all ? allIpv6 : newIpv6;
        }
        return all ? allIpv4 : newIpv4;
    }

    /** A link's setting is found by its index, whatever it is called by now. */
    private Optional<Device> device(Sysctl key) {
        return key.link().isPresent() && netns.rules().hold(KernelRule.SETTING_IS_FOUND_BY_THE_LINKS_INDEX)
                ? netns.links().byIndex(key.link().get().index())
                : netns.links().names().find(key.segments().get(3));
    }

    private Optional<Map<String, String>> settings(Device device, boolean ipv6) {
        Map<String, String> ipv4 = netns.rules().hold(KernelRule.SETTING_OF_A_LINK_IS_ITS_OWN) ? device.ipv4Settings : allIpv4;
        return ipv6 ? device.ipv6.map(own -> own.settings) : Optional.of(ipv4);
    }

    /** Where a setting is kept. */
    private final class Place {
        private final Map<String, String> settings;
        private final String name;
        /** Whether it is that of all links, which IPv6 gives on to each of them. */
        private final boolean ofAll;
        private final List<Device> device;

        private Place(Map<String, String> settings, String name, boolean ofAll, List<Device> device) {
            this.settings = settings;
            this.name = name;
            this.ofAll = ofAll;
            this.device = device;
        }

        private Optional<String> read() {
            return Optional.ofNullable(settings.get(name));
        }

        private void write(String value) {
            if (name.equals("disable_ipv6")) {
                ipv6Disabled(value);
            }
            boolean changes = !value.equals(settings.get(name));
            if (netns.rules().hold(KernelRule.SETTING_IS_READ_AS_IT_WAS_WRITTEN)) {
                settings.put(name, value);
            }
            if (name.equals("addr_gen_mode") && changes) {
                device.forEach(link -> link.ipv6.ifPresent(ipv6 -> netns.ipv6().makeOwnAddresses(link, ipv6)));
            }
        }

        private void ipv6Disabled(String value) {
            if (ofAll) {
                newIpv6.put(name, value);
            }
            List<Device> concerned = ofAll ? netns.links().all() : device;
            concerned.forEach(link -> link.ipv6.ifPresent(ipv6 -> {
                boolean changes = ipv6.isDisabled() == value.equals("0");
                ipv6.settings.put(name, value);
                if (changes) {
                    netns.ipv6().disabledChanged(link, ipv6);
                }
            }));
        }
    }
}
