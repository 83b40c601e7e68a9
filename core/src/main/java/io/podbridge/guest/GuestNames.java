package io.podbridge.guest;

import io.podbridge.netlink.ProcessIdentity;
import java.util.List;
import java.util.Optional;

/**
 * What the guest is told of names: its own, and who knows those of others.
 *
 * @param resolvConf name servers and search domains
 * @param hostName the guest's own name, if it is told one
 * @param warnings why it is not told the pod's, a sentence each; those about name servers stand in {@code resolvConf}
 */
public record GuestNames(ResolvConf resolvConf, Optional<HostName> hostName, List<String> warnings) {
    /** Nothing of names. */
    public static final GuestNames NONE = new GuestNames(ResolvConf.EMPTY, Optional.empty(), List.of());

    /** Keeps copies. */
    public GuestNames {
        warnings = List.copyOf(warnings);
    }

    /**
     * The names of a process in the pod: {@code /etc/resolv.conf} as the process itself sees it, and its host name. That is the one of its
     * UTS namespace, which all containers of a pod share, or, where nobody has given that one a name of its own,
     * the one in its {@code /etc/hostname}. What cannot be read or told is a warning.
     *
     * @param process the process, such as {@link io.podbridge.netlink.NetworkNamespace#process()} has it
     * @return its names
     */
    public static GuestNames ofProcess(ProcessIdentity process) {
        return new ProcessNames(process).read();
    }

    /**
     * The same with other name servers and search domains.
     *
     * @param other where they are from
     * @return the names
     */
    public GuestNames withResolvConf(ResolvConf other) {
        return new GuestNames(other, hostName, warnings);
    }

    /**
     * The same with another name of the guest.
     *
     * @param name the name
     * @return the names, without warnings about the former one
     */
    public GuestNames withHostName(HostName name) {
        return new GuestNames(resolvConf, Optional.of(name), List.of());
    }
}
