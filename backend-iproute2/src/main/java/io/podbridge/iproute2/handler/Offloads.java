package io.podbridge.iproute2.handler;

import io.podbridge.iproute2.json.BriefLink;
import io.podbridge.iproute2.process.ToolException;
import io.podbridge.iproute2.process.ToolResult;
import io.podbridge.netlink.NetworkNamespace;
import io.podbridge.netlink.request.TxChecksumOff;

/** Offloads, by {@code ethtool(8)}, which takes names alone: the name of the moment is looked up just before. */
final class Offloads {
    private final NetworkNamespace namespace;

    Offloads(NetworkNamespace namespace) {
        this.namespace = namespace;
    }

    void switchTxChecksumOff(Call call, TxChecksumOff request) throws ToolException {
        BriefLink link = call.links().stream().filter(found -> found.index() == request.link().index()).findFirst()
                .orElseThrow(() -> Failures.noLink(request));
        if (link.name().startsWith("-")) {
            throw Failures.unsupported(request, "ethtool takes \"" + link.name() + "\" for an option");
        }
        ToolResult result = call.run("", new TxChecksumOff(request.link().named(link.name())).commands().get(0).arguments());
        if (!result.isSuccess()) {
            throw Failures.of(request, namespace, Complaint.of(result.errors().isBlank() ? result.output() : result.errors()));
        }
        // It says so, and is content.
        if (result.output().lines().anyMatch(line -> line.contains(": on [requested off]"))) {
            throw Failures.unsupported(request, "the driver keeps it on");
        }
    }
}
