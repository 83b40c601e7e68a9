package io.podbridge.cli.command;

import io.podbridge.BridgePodNetworkConfigurator;
import io.podbridge.PreparedPod;
import io.podbridge.cli.output.CommandException;
import io.podbridge.cli.output.Console;
import io.podbridge.cli.output.DnsmasqText;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Says what the VM's side needs. */
@Command(name = "dhcp", description = "what the VM's DHCP server and its domain say, of an interface that is bound")
final class DhcpCommand extends NicCommand {
    @Option(names = "--format", paramLabel = "json|dnsmasq|libvirt", description = "for whom (default: json)")
    private Optional<Format> format = Optional.empty();

    DhcpCommand(Console console) {
        super(console);
    }

    /** For whom it is printed. */
    enum Format {
        JSON,
        DNSMASQ,
        LIBVIRT
    }

    @Override
    ExitCode run() {
        if (common().isJson() && format.isPresent() && format.get() != Format.JSON) {
            throw new UsageException("--json and another --format ask for different things; give one of them");
        }
        BridgePodNetworkConfigurator pod = configurator();
        PreparedPod prepared = pod.prepared().orElseThrow(() -> new CommandException(
                "cannot tell what the guest of " + subject(pod) + " needs: it is " + pod.phase()
                        + ", not PREPARED; bind it first"));
        print(prepared);
        return ExitCode.DONE;
    }

    private void print(PreparedPod prepared) {
        switch (format.orElse(Format.JSON)) {
            case JSON -> console().line(prepared.dhcpConfig().toJson(prepared.domainInterface()));
            case DNSMASQ -> console().lines(DnsmasqText.lines(prepared.dhcpConfig()));
            case LIBVIRT -> console().line(prepared.domainInterface().toXml().stripTrailing());
        }
    }
}
