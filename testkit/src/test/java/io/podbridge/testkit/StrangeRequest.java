package io.podbridge.testkit;

import io.podbridge.netlink.request.Command;
import io.podbridge.netlink.request.NetlinkRequest;
import java.util.List;

/** A request that no kernel knows. */
record StrangeRequest() implements NetlinkRequest {

    @Override
    public String operation() {
        return "do what nobody has heard of to";
    }

    @Override
    public String target() {
        return "\"br0\"";
    }

    @Override
    public List<Command> commands() {
        return List.of(Command.of("true"));
    }
}
