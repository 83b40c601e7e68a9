package io.podbridge.netlink.state;

import io.podbridge.netlink.model.AddrGenMode;
import io.podbridge.netlink.model.Link;
import io.podbridge.netlink.model.LinkFlags;
import io.podbridge.netlink.model.TunDevice;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** A link in the style of {@code ip -d link}. */
public final class LinkText {
    private static final int LOOPBACK_TYPE = 772;
    /** The order of ip(8), which does not print the flag RUNNING. */
    private static final List<String> FLAGS = List.of("LOOPBACK", "BROADCAST", "POINTOPOINT", "MULTICAST", "NOARP", "ALLMULTI",
            "PROMISC", "MASTER", "SLAVE", "DEBUG", "DYNAMIC", "AUTOMEDIA", "PORTSEL", "NOTRAILERS", "UP", "LOWER_UP", "DORMANT",
            "ECHO");
    /** The states of a bridge's port, as {@code ip -d link} names them. */
    private static final List<String> PORT_STATES = List.of("disabled", "listening", "learning", "forwarding", "blocking");

    private final Link link;
    private final Map<Integer, String> names;

    private LinkText(Link link, Map<Integer, String> names) {
        this.link = link;
        this.names = names;
    }

    /**
     * Shows it.
     *
     * @param link the link
     * @param names the names of links by their indices, for master and peer; one without a name is shown as {@code if} and its index
     * @return its lines, those after the first indented
     */
    public static List<String> lines(Link link, Map<Integer, String> names) {
        return new LinkText(link, names).lines();
    }

    /** All of it in one line. */
    static String line(Link link, Map<Integer, String> names) {
        return lines(link, names).stream().map(String::strip).collect(Collectors.joining(" "));
    }

    private List<String> lines() {
        List<String> lines = new ArrayList<>();
        lines.add(link.index() + ": " + link.name() + other() + ": " + flags() + " " + settings());
        lines.add("    link/" + hardware() + " " + link.hardwareAddress());
        String details = String.join(" ", details());
        if (!details.isEmpty()) {
            lines.add("    " + details);
        }
        link.alias().ifPresent(alias -> lines.add("    alias " + alias));
        link.altNames().forEach(name -> lines.add("    altname " + name));
        return lines;
    }

    private String other() {
        if (link.peerIndex().isEmpty()) {
            return "";
        }
        int index = link.peerIndex().getAsInt();
        String unknown = "if" + index;
        if (link.peerNamespaceId().isPresent()) {
            return "@" + unknown;
        }
        return index == link.index() ? "" : "@" + names.getOrDefault(index, unknown);
    }

    private String flags() {
        List<String> set = link.flags().names();
        List<String> shown = new ArrayList<>();
        if (link.isUp() && !link.flags().has(LinkFlags.RUNNING)) {
            shown.add("NO-CARRIER");
        }
        FLAGS.stream().filter(set::contains).forEach(shown::add);
        set.stream().filter(flag -> flag.startsWith("0x")).forEach(shown::add);
        return "<" + String.join(",", shown) + ">";
    }

    private String settings() {
        List<String> words = new ArrayList<>(List.of("mtu " + link.mtu()));
        link.qdisc().ifPresent(qdisc -> words.add("qdisc " + qdisc));
        link.master().ifPresent(master -> words.add("master " + names.getOrDefault(master, "if" + master)));
        words.add("state " + link.operState());
        if (link.group() != 0) {
            words.add("group " + link.group());
        }
        if (link.txQueueLength() != 0) {
            words.add("qlen " + link.txQueueLength());
        }
        return String.join(" ", words);
    }

    private String hardware() {
        return switch (link.hardwareType()) {
            case Link.ETHERNET -> "ether";
            case LOOPBACK_TYPE -> "loopback";
            default -> Integer.toString(link.hardwareType());
        };
    }

    private List<String> details() {
        List<String> words = new ArrayList<>();
        link.kind().ifPresent(kind -> words.add(kind.name()));
        link.tun().ifPresent(tun -> words.add(describe(tun)));
        link.multicastSnooping().ifPresent(on -> words.add("mcast_snooping " + (on ? 1 : 0)));
        link.bridgePort().ifPresent(port -> words.add("bridge_slave state " + portState(port.state())
                + " learning " + (port.learning() ? "on" : "off")));
        link.arpIgnore().ifPresent(value -> addUnlessZero(words, value));
        link.addrGenMode().filter(mode -> !mode.equals(AddrGenMode.EUI64)).ifPresent(mode -> words.add("addrgenmode " + mode));
        link.ipv6Disabled().filter(disabled -> disabled).ifPresent(disabled -> words.add("disable_ipv6 1"));
        return words;
    }

    private static void addUnlessZero(List<String> words, int arpIgnore) {
        if (arpIgnore != 0) {
            words.add("arp_ignore " + arpIgnore);
        }
    }

    private static String portState(int state) {
        return state >= 0 && state < PORT_STATES.size() ? PORT_STATES.get(state) : Integer.toString(state);
    }

    private static String describe(TunDevice tun) {
        StringBuilder words = new StringBuilder("type ").append(tun.tap() ? "tap" : "tun");
        words.append(tun.vnetHeader() ? " vnet_hdr on" : " vnet_hdr off");
        if (tun.multiQueue()) {
            words.append(" multi_queue on");
        }
        words.append(tun.persistent() ? " persist on" : " persist off");
        tun.owner().ifPresent(user -> words.append(" user ").append(user));
        tun.group().ifPresent(group -> words.append(" group ").append(group));
        return words.toString();
    }
}
