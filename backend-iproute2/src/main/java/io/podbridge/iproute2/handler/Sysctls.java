package io.podbridge.iproute2.handler;

import io.podbridge.iproute2.process.ToolException;
import io.podbridge.iproute2.process.ToolResult;
import io.podbridge.netlink.NetlinkException;
import io.podbridge.netlink.NetworkNamespace;
import io.podbridge.netlink.model.Link;
import io.podbridge.netlink.model.Sysctl;
import io.podbridge.netlink.request.NetlinkRequest;
import java.util.List;
import java.util.Optional;

/** Settings below {@code /proc/sys}, by {@code cat(1)} and {@code tee(1)} inside the namespace. */
final class Sysctls {
    private final NetworkNamespace namespace;
    private final Links links;

    Sysctls(NetworkNamespace namespace, Links links) {
        this.namespace = namespace;
        this.links = links;
    }

    Optional<String> read(Call call, Sysctl key) throws ToolException {
        Optional<Sysctl> current = current(call, key);
        if (current.isEmpty()) {
            return Optional.empty();
        }
        ToolResult result = call.run("", List.of("cat", current.get().path()));
        if (result.isSuccess()) {
            return Optional.of(result.output().strip());
        }
        Complaint complaint = Complaint.of(result.errors());
        if (complaint.errno().map(errno -> errno.is("ENOENT")).orElse(false)) {
            return Optional.empty();
        }
        throw Failures.of("read the sysctl", "\"" + key + "\"", complaint);
    }

    /** The link may have another name by now than the one that the key was made with. */
    private Optional<Sysctl> current(Call call, Sysctl key) throws ToolException {
        return key.link().isEmpty()
                ? Optional.of(key)
                : links.brief(call, key.link().get()).map(Link::name).map(key::withLinkName);
    }

    void write(Call call, NetlinkRequest request, Sysctl key, String value) throws ToolException {
        Sysctl current = current(call, key).orElseThrow(() -> Failures.noLink(request));
        ToolResult result = call.run(value + "\n", List.of("tee", current.path()));
        if (!result.isSuccess()) {
            throw failed(request, Complaint.of(result.errors()));
        }
    }

    private NetlinkException failed(NetlinkRequest request, Complaint complaint) {
        return Failures.of(request, namespace, complaint);
    }

    /** Opening tells whether the file may be written; nothing is. */
    boolean isWritable(Call call, Sysctl key) throws ToolException {
        return call.run("", List.of("tee", "-a", key.path())).isSuccess();
    }
}
