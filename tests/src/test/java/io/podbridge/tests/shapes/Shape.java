package io.podbridge.tests.shapes;

import io.podbridge.binding.BridgeBinding;
import io.podbridge.binding.Refusal;
import io.podbridge.testkit.PodShape;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;

/**
 * A pod as a network plugin leaves it, and what shall come of it when an interface of it is bound.
 *
 * @param name which plugin, and what is peculiar
 * @param nic the bare NIC that the pod begins with
 * @param deeds what makes the pod of it
 * @param drivers what the kernel must have besides bridge, veth and tap
 * @param binding what is asked for
 * @param gives what the placeholder has and the guest is told, as {@link Told} writes it; nothing if it is refused
 * @param refusals why it is refused, all codes in order
 */
record Shape(String name, PodShape nic, List<Consumer<World>> deeds, Set<Driver> drivers, BridgeBinding binding,
        List<String> gives, List<Refusal.Code> refusals) {

    boolean isRefused() {
        return !refusals.isEmpty();
    }

    void furnish(World world) {
        deeds.forEach(deed -> deed.accept(world));
    }

    @Override
    public String toString() {
        return name;
    }
}
