package io.podbridge.netlink.request;

import io.podbridge.netlink.model.Sysctl;
import java.util.List;

/**
 * Writes a setting under {@code /proc/sys} of the namespace.
 *
 * <p>Repeating it is harmless. Raises {@code NOT_FOUND} if the kernel or the link has no such setting (ENOENT), {@code DENIED} where
 * {@code /proc/sys} is mounted read-only (EROFS) or belongs to somebody else (EACCES), {@code INVALID} for a value that the kernel
 * does not take (EINVAL). Source: {@code Documentation/networking/ip-sysctl.rst}; {@code sysctl -w}.
 *
 * @param key the setting
 * @param value what to write
 */
public record SysctlSet(Sysctl key, String value) implements NetlinkRequest {

    @Override
    public String operation() {
        return "set to " + value + " the sysctl";
    }

    @Override
    public String target() {
        return "\"" + key + "\"";
    }

    @Override
    public List<Command> commands() {
        return List.of(Command.of("sysctl", "-w", key + "=" + value));
    }
}
