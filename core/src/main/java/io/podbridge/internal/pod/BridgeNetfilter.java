package io.podbridge.internal.pod;

import io.podbridge.binding.BridgeBinding;
import io.podbridge.binding.PodInterface;
import io.podbridge.netlink.NetlinkHandler;
import io.podbridge.netlink.model.Link;
import io.podbridge.netlink.model.LinkId;
import io.podbridge.netlink.model.Sysctl;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The settings by which bridged packets pass a firewall. They are the namespace's, and several bindings may want them off: so each writes on
 * its bridge, as an alias, which ones it found on, and the last to go switches those on again.
 */
public final class BridgeNetfilter {
    private static final String MARK = "podbridge switched off ";
    private static final String OFF = "0";

    private BridgeNetfilter() {}

    /** {@return the settings; a kernel without the module br_netfilter has none of them} */
    public static List<Sysctl> settings() {
        return Stream.of("iptables", "ip6tables", "arptables").map(table -> Sysctl.of("net", "bridge", "bridge-nf-call-" + table))
                .toList();
    }

    /**
     * The settings that matter to a binding.
     *
     * @param binding what was asked for
     * @return all of them if they are to be off, otherwise none
     */
    public static List<Sysctl> settings(BridgeBinding binding) {
        return binding.bridgeNetfilterOff() ? settings() : List.of();
    }

    /**
     * Looks for a setting that is on.
     *
     * @param handler the namespace
     * @return the first that is there and not 0
     */
    public static Optional<Sysctl> anyOn(NetlinkHandler handler) {
        return settings().stream().filter(key -> handler.sysctl(key).filter(value -> !value.equals(OFF)).isPresent()).findFirst();
    }

    /**
     * The settings that were on before any binding switched them off.
     *
     * @param pod what was found
     * @return those that release switches on again
     */
    public static List<Sysctl> foundOn(PodInterface pod) {
        return settings().stream().filter(key -> !pod.sysctls().getOrDefault(key, OFF).equals(OFF)).toList();
    }

    /**
     * What is written on the bridge of a binding that has switched something off.
     *
     * @param pod what was found
     * @return the alias; absent if nothing was on
     */
    public static Optional<String> mark(PodInterface pod) {
        List<Sysctl> on = foundOn(pod);
        return on.isEmpty()
                ? Optional.empty()
                : Optional.of(on.stream().map(Sysctl::toString).collect(Collectors.joining(" ", MARK, "")));
    }

    /**
     * Whether another binding of the namespace has switched a setting off, and will switch it on again.
     *
     * @param key the setting
     * @param links all links
     * @param own the bridge of the binding that asks
     * @return whether there is a bridge with that mark
     */
    public static boolean isHeldOff(Sysctl key, List<Link> links, Optional<LinkId> own) {
        return links.stream().filter(link -> own.filter(bridge -> bridge.index() == link.index()).isEmpty())
                .flatMap(link -> link.alias().stream()).filter(alias -> alias.startsWith(MARK))
                .anyMatch(alias -> List.of(alias.substring(MARK.length()).split(" ", -1)).contains(key.toString()));
    }
}
