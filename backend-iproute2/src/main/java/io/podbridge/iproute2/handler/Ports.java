package io.podbridge.iproute2.handler;

import io.podbridge.iproute2.json.BriefLink;
import io.podbridge.iproute2.process.ToolException;
import io.podbridge.netlink.request.Command;
import io.podbridge.netlink.request.LinkChange;
import io.podbridge.netlink.request.LinkSet;
import io.podbridge.netlink.request.NetlinkRequest;
import java.util.ArrayList;
import java.util.List;

/**
 * Settings of a bridge's port in the words of {@code ip(8)}, which runs already, while {@code bridge(8)} would have to be started. Only for what is
 * a port of a bridge: the port of a bond takes them, too, and does nothing, and {@code bridge(8)} says so.
 */
final class Ports {

    private Ports() {}

    /** {@return the same command for {@code ip(8)} if it is one of {@code bridge link set} about such a port, else the command itself} */
    static Command byIp(Call call, NetlinkRequest request, Command command) throws ToolException {
        List<String> words = command.arguments();
        if (!(request instanceof LinkSet set) || set.change(LinkChange.Learning.class).isEmpty() || !words.get(0).equals("bridge")
                || call.links().stream().filter(link -> link.index() == set.link().index()).noneMatch(BriefLink::isBridgePort)) {
            return command;
        }
        int at = words.indexOf("learning");
        List<String> changed = new ArrayList<>(words);
        changed.set(0, "ip");
        changed.addAll(at, List.of("type", "bridge_slave"));
        return new Command(changed);
    }
}
