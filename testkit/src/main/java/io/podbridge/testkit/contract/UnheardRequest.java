package io.podbridge.testkit.contract;

import io.podbridge.netlink.request.Command;
import io.podbridge.netlink.request.NetlinkRequest;
import java.util.List;

/** A request that no handler knows, as one of a later version is to an older backend. */
record UnheardRequest() implements NetlinkRequest {

    @Override
    public String operation() {
        return "do what nobody has heard of to";
    }

    @Override
    public String target() {
        return "\"nothing\"";
    }

    @Override
    public List<Command> commands() {
        return List.of(Command.of("true"));
    }
}
