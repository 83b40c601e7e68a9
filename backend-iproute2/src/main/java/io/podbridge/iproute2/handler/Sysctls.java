package io.podbridge.iproute2.handler;

import io.podbridge.iproute2.json.BriefLink;
import io.podbridge.iproute2.process.ToolException;
import io.podbridge.iproute2.process.ToolResult;
import io.podbridge.netlink.NetlinkException;
import io.podbridge.netlink.NetworkNamespace;
import io.podbridge.netlink.model.Sysctl;
import io.podbridge.netlink.request.NetlinkRequest;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Settings below {@code /proc/sys}, by {@code cat(1)} and {@code tee(1)} inside the namespace where there is no shorter way. */
final class Sysctls {
    private final NetworkNamespace namespace;

    Sysctls(NetworkNamespace namespace) {
        this.namespace = namespace;
    }

    Optional<String> read(Call call, Sysctl key) throws ToolException {
        Optional<Sysctl> current = current(call, key);
        if (current.isEmpty()) {
            return Optional.empty();
        }
        String path = current.get().path();
        Optional<Map<String, String>> values = SettingFiles.read(call, List.of(path));
        return values.isPresent() ? Optional.ofNullable(values.get().get(path)) : cat(call, key, path);
    }

    private static Optional<String> cat(Call call, Sysctl key, String path) throws ToolException {
        ToolResult result = call.run("", List.of("cat", path));
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
    private static Optional<Sysctl> current(Call call, Sysctl key) throws ToolException {
        if (key.link().isEmpty()) {
            return Optional.of(key);
        }
        int index = key.link().get().index();
        return call.links().stream().filter(link -> link.index() == index).map(BriefLink::name).map(key::withLinkName)
                .findFirst();
    }

    void write(Call call, NetlinkRequest request, Sysctl key, String value) throws ToolException {
        Sysctl current = current(call, key).orElseThrow(() -> Failures.noLink(request));
        if (SettingFiles.write(call, current.path(), value)) {
            return;
        }
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
        return SettingFiles.canWrite(call, key.path()) || call.run("", List.of("tee", "-a", key.path())).isSuccess();
    }
}
