package io.podbridge.tests.restore;

import com.google.common.base.Splitter;
import io.podbridge.binding.Refusal;
import io.podbridge.netlink.model.Sysctl;
import io.podbridge.netlink.request.NetlinkRequest;
import io.podbridge.netlink.request.SysctlSet;
import io.podbridge.testkit.TestPod;
import io.podbridge.testkit.netns.Eventually;
import io.podbridge.testkit.netns.ToolFailedException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.opentest4j.TestAbortedException;

/**
 * What makes a pod special.
 *
 * @param name what it is, in a few words
 * @param outcome what becomes of it
 * @param everywhere whether each kernel can do it
 * @param commands the lines that make it, of {@code ip(8)} unless they begin with the name of another program or wait for something
 */
record Peculiarity(String name, Outcome outcome, boolean everywhere, List<String> commands) {
    private static final List<String> OTHER_PROGRAMS = List.of("bridge ", "tc ", "sysctl ", "until ");
    /** A carrier, no address that is still probed for, and the own route of each. */
    private static final String IS_SETTLED = """
            link=$(ip -o link show dev eth0)
            addresses=$(ip -6 -o addr show dev eth0)
            routes=$(ip -6 route show table local dev eth0 type local proto kernel)
            case $link in *[,\\<]UP[,\\>]*) case $link in *'state UP'*) ;; *) exit ;; esac ;; esac
            case $addresses in *tentative*) exit ;; esac
            test "$(echo "$addresses" | grep -c 'inet6 f[^f]')" != "$(echo "$routes" | grep -c local)" || echo settled
            """;
    private static final String SETTING = "sysctl -qw ";
    /** The kernel looks at carriers once a second at most. */
    private static final Duration PATIENCE = Duration.ofMillis(1500);

    /**
     * What becomes of it.
     *
     * @param refusal why preflight refuses such a pod; absent if it is bound
     * @param onlyByIp whether it is refused only with a backend that runs {@code ip(8)}, which has no words for it
     * @param lost a part of each line that is not given back, as {@code docs/restoring.md} tells
     * @param surely whether each of them is lost, or it depends on when the carrier comes
     */
    record Outcome(Optional<Refusal.Code> refusal, boolean onlyByIp, List<String> lost, boolean surely) {
        boolean isRefused(boolean byIp) {
            return refusal.isPresent() && (byIp || !onlyByIp);
        }
    }

    static Peculiarity restored(String name, String... commands) {
        return new Peculiarity(name, new Outcome(Optional.empty(), false, List.of(), true), true, List.of(commands));
    }

    static Peculiarity refused(Refusal.Code code, String name, String... commands) {
        return restored(name, commands).refused(code);
    }

    /** {@return the same, which is refused} */
    Peculiarity refused(Refusal.Code code) {
        return with(new Outcome(Optional.of(code), false, List.of(), true));
    }

    /** {@return the same, which a backend that runs {@code ip(8)} refuses} */
    Peculiarity refusedByIp(Refusal.Code code) {
        return with(new Outcome(Optional.of(code), true, List.of(), true));
    }

    /** {@return the same, of which the lines with one of these parts are not given back} */
    Peculiarity exceptFor(String... parts) {
        return with(new Outcome(Optional.empty(), false, List.of(parts), true));
    }

    /** {@return the same, of which the lines with one of these parts may not be given back} */
    Peculiarity perhapsExceptFor(String... parts) {
        return with(new Outcome(Optional.empty(), false, List.of(parts), false));
    }

    private Peculiarity with(Outcome other) {
        return new Peculiarity(name, other, everywhere, commands);
    }

    boolean isRestoredByAll() {
        return outcome.refusal().isEmpty() && outcome.lost().isEmpty();
    }

    /** {@return the same, left out where the kernel cannot do it} */
    Peculiarity ifTheKernelCan() {
        return new Peculiarity(name, outcome, false, commands);
    }

    /** {@return the settings among the commands, as requests} */
    List<NetlinkRequest> settings() {
        return commands.stream().filter(command -> command.startsWith(SETTING)).map(command -> {
            List<String> parts = Splitter.on('=').splitToList(command.substring(SETTING.length()));
            return (NetlinkRequest) new SysctlSet(Sysctl.of(parts.get(0).split("\\.")), parts.get(1));
        }).toList();
    }

    void make(TestPod pod) {
        try {
            pod.exec("sh", "-ec", commands.stream().map(Peculiarity::program).collect(Collectors.joining("\n")));
        } catch (ToolFailedException e) {
            if (everywhere) {
                throw e;
            }
            throw new TestAbortedException("this kernel cannot do it: " + e.getMessage(), e);
        }
        settle(pod);
    }

    private static String program(String command) {
        return OTHER_PROGRAMS.stream().anyMatch(command::startsWith) ? command : "ip " + command;
    }

    /** Waits for what the kernel does by itself when a link gets its carrier; a NIC that gets none has nothing to wait for. */
    static void settle(TestPod pod) {
        Eventually.read(PATIENCE, () -> pod.exec("sh", "-ec", IS_SETTLED), told -> told.contains("settled"));
    }

    @Override
    public String toString() {
        return name;
    }
}
