package io.podbridge.guest;

import io.podbridge.netlink.model.IpAddress;
import java.io.FileInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.List;

/**
 * What a {@code resolv.conf} says that a guest can be told of, read by glibc's rules: a keyword begins at the start of a line, {@code #}
 * and {@code ;} there begin a comment, of {@code search} and {@code domain} the last one counts. All name servers are kept, though glibc
 * itself asks the first three only. Options stay behind: DHCP has no words for them.
 *
 * @param nameServers the name servers of either family, in order, each once
 * @param searchDomains the domains that are tried for a short name, in order, each once, without a final dot
 * @param warnings what a guest cannot be told of, a sentence each: lines that are wrong, and name servers that only the pod itself
 *        reaches, on its loopback or by a link-local IPv6 address
 */
public record ResolvConf(List<IpAddress> nameServers, List<String> searchDomains, List<String> warnings) {
    /** What an empty file says. */
    public static final ResolvConf EMPTY = new ResolvConf(List.of(), List.of(), List.of());

    static final int MOST_BYTES = 64 * 1024;

    /**
     * Keeps copies.
     *
     * @throws IllegalArgumentException if a search domain is no name of a domain: letters, digits, hyphens and underscores, in labels
     */
    public ResolvConf {
        nameServers = List.copyOf(nameServers);
        searchDomains = List.copyOf(searchDomains);
        warnings = List.copyOf(warnings);
        searchDomains.stream().filter(domain -> !DomainName.isDomain(domain)).findFirst().ifPresent(domain -> {
            throw new IllegalArgumentException("not a name of a domain: " + Quoted.of(domain));
        });
    }

    /**
     * Reads the text of a file. Nothing in it is an error.
     *
     * @param text the text
     * @return what it says
     */
    public static ResolvConf parse(String text) {
        return new ResolvConfParser().parse(text);
    }

    /**
     * Reads a file.
     *
     * @param file the file
     * @return what it says
     * @throws IOException with the path and the kernel's words if it cannot be read; if it has more than 64 KiB
     */
    public static ResolvConf read(Path file) throws IOException {
        try (InputStream stream = new FileInputStream(file.toFile())) {
            return parse(SmallText.read(stream, MOST_BYTES));
        }
    }
}
