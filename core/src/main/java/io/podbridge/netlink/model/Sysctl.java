package io.podbridge.netlink.model;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A setting under {@code /proc/sys}, named by the segments of its path. Names of links may contain dots, so the dotted form of
 * {@code sysctl(8)} is only ever printed, never taken apart.
 */
public final class Sysctl {
    private final List<String> segments;
    private final Optional<LinkId> link;

    private Sysctl(List<String> segments, Optional<LinkId> link) {
        this.segments = segments;
        this.link = link;
    }

    /**
     * A setting of the whole namespace.
     *
     * @param segments the path below {@code /proc/sys}, such as {@code net}, {@code ipv4}, {@code ip_forward}
     * @return the setting
     * @throws IllegalArgumentException if a segment is empty, {@code .}, {@code ..} or has a {@code /}
     */
    public static Sysctl of(String... segments) {
        for (String segment : segments) {
            if (segment.isEmpty() || segment.equals(".") || segment.equals("..") || segment.indexOf('/') >= 0) {
                throw new IllegalArgumentException("not a segment of a sysctl's path: \"" + segment + "\"");
            }
        }
        return new Sysctl(List.of(segments), Optional.empty());
    }

    /**
     * A setting of one link: {@code net/FAMILY/conf/NAME/SETTING}. Backends look the name up by the link's index when they carry
     * it out.
     *
     * @param family whose {@code conf} it is in
     * @param link the link
     * @param setting such as {@code disable_ipv6}
     * @return the setting
     * @throws IllegalArgumentException as {@link #of}
     */
    public static Sysctl ofLink(IpFamily family, LinkId link, String setting) {
        String folder = family == IpFamily.IPV4 ? "ipv4" : "ipv6";
        return new Sysctl(of("net", folder, "conf", link.name(), setting).segments, Optional.of(link));
    }

    /** {@return the segments of the path below {@code /proc/sys}} */
    public List<String> segments() {
        return segments;
    }

    /** {@return the link whose setting it is; absent for one of the whole namespace} */
    public Optional<LinkId> link() {
        return link;
    }

    /**
     * The same setting under the name that its link has now.
     *
     * @param name the link's current name
     * @return the setting with that name in its path; unchanged if it is not a link's
     */
    public Sysctl withLinkName(String name) {
        if (link.isEmpty()) {
            return this;
        }
        List<String> renamed = new ArrayList<>(segments);
        renamed.set(3, name);
        return new Sysctl(of(renamed.toArray(String[]::new)).segments, link.map(id -> id.named(name)));
    }

    /** {@return the path of the file, such as {@code /proc/sys/net/ipv4/conf/eth0/arp_ignore}} */
    public String path() {
        return "/proc/sys/" + String.join("/", segments);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Sysctl that && segments.equals(that.segments) && link.equals(that.link);
    }

    @Override
    public int hashCode() {
        return segments.hashCode();
    }

    /** {@return the name with slashes, as {@code sysctl(8)} takes it, unambiguous where a link's name has dots} */
    @Override
    public String toString() {
        return String.join("/", segments);
    }
}
