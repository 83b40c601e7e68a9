package io.podbridge.cli.demo;

import io.podbridge.Bindings;
import io.podbridge.BridgePodNetworkConfigurator;
import io.podbridge.PreparedPod;
import io.podbridge.binding.BindingPlan;
import io.podbridge.binding.BridgeBinding;
import io.podbridge.binding.Drift;
import io.podbridge.binding.Refusal;
import io.podbridge.cli.output.CommandException;
import io.podbridge.cli.output.Console;
import io.podbridge.cli.output.Json;
import io.podbridge.cli.output.PlanText;
import io.podbridge.cli.output.PreparedText;
import io.podbridge.netlink.NetlinkHandlers;
import io.podbridge.netlink.state.NamespaceState;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Hands the network of a pod over that is made for the moment, and gives it back, showing each thing as it goes. */
public final class Demo {
    private final Console console;
    private final NetlinkHandlers handlers;
    private final Function<Path, Bindings> bindings;

    /**
     * A demo.
     *
     * @param console where it is shown
     * @param handlers the backends
     * @param bindings gives the bindings whose journals are in a directory
     */
    public Demo(Console console, NetlinkHandlers handlers, Function<Path, Bindings> bindings) {
        this.console = console;
        this.handlers = handlers;
        this.bindings = bindings;
    }

    /**
     * Makes the pod, shows all of it, and takes it away again, also when the program is told to end meanwhile.
     *
     * @return whether the pod was as before in the end
     */
    public boolean run() {
        try (ShutdownGuard guard = ShutdownGuard.ofThisThread()) {
            return guarded(guard);
        }
    }

    private boolean guarded(ShutdownGuard guard) {
        console.heading("A pod and its node, joined by a veth:");
        try (JournalDirectory journals = JournalDirectory.make(); DemoWorld world = DemoWorld.make(console)) {
            return show(new SettledPod(handlers, world.pod()), bindings.apply(journals.path()).configurator(world.pod(),
                    BridgeBinding.of(DemoWorld.NIC)));
        } catch (RuntimeException e) {
            throw guard.isTold() ? new CommandException("the demo was interrupted; nothing of it is left", e) : e;
        }
    }

    private boolean show(SettledPod pod, BridgePodNetworkConfigurator configurator) {
        NamespaceState before = pod.read();
        show("The pod before (podbridge show):", before.lines());
        show("The plan, as ip(8) lines (podbridge plan):", plan(configurator));
        PreparedPod prepared = configurator.preparePodNetworkInterface();
        show("Bound, placeholder " + prepared.placeholder() + " (podbridge bind):", PreparedText.lines(prepared));
        show("The pod after:", pod.read().lines());
        show("What the VM needs (podbridge dhcp):",
                List.of(Json.indented(prepared.dhcpConfig().toJson(prepared.domainInterface()))));
        List<Drift> drift = configurator.verify();
        show("Verified (podbridge verify):",
                drift.isEmpty() ? List.of("  all of it holds") : drift.stream().map(found -> "  " + found).toList());
        configurator.release();
        NamespaceState after = pod.read();
        show("Released (podbridge release):", after.lines());
        return drift.isEmpty() && isAsBefore(before, after);
    }

    private static List<String> plan(BridgePodNetworkConfigurator configurator) {
        BindingPlan plan = configurator.plan();
        if (!plan.refusals().isEmpty()) {
            throw new CommandException("cannot hand the demo's pod over: "
                    + plan.refusals().stream().map(Refusal::message).collect(Collectors.joining("; ")));
        }
        return PlanText.lines(plan);
    }

    private boolean isAsBefore(NamespaceState before, NamespaceState after) {
        List<String> difference = before.difference(after);
        console.line("");
        console.lines(difference);
        console.heading(difference.isEmpty()
                ? "The pod is as it was before: " + before.links().size() + " links, " + before.addresses().size()
                        + " addresses and "
                        + before.routes().size() + " routes compared."
                : "The pod is not as it was before; the lines above say what differs.");
        return difference.isEmpty();
    }

    private void show(String heading, List<String> lines) {
        console.line("");
        console.heading(heading);
        console.lines(lines);
    }
}
