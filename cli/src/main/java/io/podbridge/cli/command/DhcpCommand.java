package io.podbridge.cli.command;

import io.podbridge.BridgePodNetworkConfigurator;
import io.podbridge.PreparedPod;
import io.podbridge.cli.output.CloudInitText;
import io.podbridge.cli.output.CommandException;
import io.podbridge.cli.output.Console;
import io.podbridge.cli.output.DnsmasqText;
import io.podbridge.guest.DhcpConfig;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Says what the VM's side needs. */
@Command(description = "what the VM's DHCP server and its domain say, of an interface that is bound")
final class DhcpCommand extends NicCommand {
    @Option(names = "--format", paramLabel = "json|dnsmasq|libvirt|cloud-init", description = {"for whom (default: json):",
            "json: all of it, for programs", "dnsmasq: a dnsmasq.conf for a server in the pod's namespace",
            "libvirt: the <interface> of the domain", "cloud-init: a network-config for a guest without DHCP, IPv6 included"})
    private Optional<Format> format = Optional.empty();

    @Mixin
    private NameOptions names = new NameOptions();

    DhcpCommand(Console console) {
        super(console);
    }

    /** For whom it is printed. */
    enum Format {
        JSON,
        DNSMASQ,
        LIBVIRT,
        CLOUD_INIT
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
        print(prepared, prepared.dhcpConfig().withNames(names.names(pod.namespace().process())));
        return ExitCode.DONE;
    }

    private void print(PreparedPod prepared, DhcpConfig config) {
        switch (format.orElse(Format.JSON)) {
            case JSON -> console().line(config.toJson(prepared.domainInterface()));
            case DNSMASQ -> console().lines(DnsmasqText.lines(config, prepared.bridge()));
            case LIBVIRT -> console().line(prepared.domainInterface().toXml().stripTrailing());
            case CLOUD_INIT -> console().lines(CloudInitText.lines(config, prepared.podInterface().name()));
        }
    }
}
