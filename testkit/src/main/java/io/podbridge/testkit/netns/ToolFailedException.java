package io.podbridge.testkit.netns;

import io.podbridge.netlink.request.Command;
import org.jspecify.annotations.Nullable;

/** A program such as {@code ip(8)} could not be run, or ended with an error. The message has the command and the program's own words. */
public final class ToolFailedException extends RuntimeException {
    private static final long serialVersionUID = 1;

    ToolFailedException(Command command, String why, @Nullable Throwable cause) {
        super("cannot run `" + command + "`: " + why, cause);
    }

    ToolFailedException(Command command, String why) {
        this(command, why, null);
    }
}
