package io.podbridge.cli.command;

import io.podbridge.cli.output.CommandException;
import io.podbridge.guest.GuestNames;
import io.podbridge.guest.HostName;
import io.podbridge.guest.ResolvConf;
import io.podbridge.netlink.ProcessIdentity;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import picocli.CommandLine.Option;

/** What the guest is told of names. */
final class NameOptions {
    @Option(names = "--resolv-conf", paramLabel = "FILE", description = "name servers and search domains for the guest (default: those"
            + " of the process of --pid)")
    private Optional<Path> resolvConf = Optional.empty();

    @Option(names = "--hostname", paramLabel = "NAME", description = "the guest's host name (default: that of the process of --pid)")
    private Optional<HostName> hostName = Optional.empty();

    /** {@return what was given, and of the process, if there is one, the rest} */
    GuestNames names(Optional<ProcessIdentity> process) {
        GuestNames found = process.map(GuestNames::ofProcess).orElse(GuestNames.NONE);
        GuestNames resolving = resolvConf.map(file -> found.withResolvConf(read(file))).orElse(found);
        return hostName.map(resolving::withHostName).orElse(resolving);
    }

    private static ResolvConf read(Path file) {
        try {
            return ResolvConf.read(file);
        } catch (IOException e) {
            throw new CommandException("cannot read the name servers for the guest: " + e.getMessage(), e);
        }
    }
}
