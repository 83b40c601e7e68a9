package io.podbridge.tests.differential;

import io.podbridge.netlink.NetlinkHandler;
import io.podbridge.netlink.RequestOutcome;
import io.podbridge.testkit.contract.ContractNamespace;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

/** One of the two that are compared: a kernel, real or not, with two namespaces of its own, and the handlers that talk to it. */
final class Subject implements AutoCloseable {
    private final Map<Place, ContractNamespace> namespaces = new EnumMap<>(Place.class);
    private final Map<Place, NetlinkHandler> handlers = new EnumMap<>(Place.class);
    private final UnaryOperator<NetlinkHandler> wrapping;

    /** The namespaces are joined by a veth pair and closed with the subject. */
    Subject(ContractNamespace here, UnaryOperator<NetlinkHandler> wrapping) {
        this.wrapping = wrapping;
        namespaces.put(Place.HERE, here);
        try {
            namespaces.put(Place.THERE, here.join(Scenery.NEAR_END, Scenery.FAR_END));
            namespaces.forEach((place, namespace) -> handlers.put(place, wrapping.apply(namespace.open())));
        } catch (RuntimeException | Error e) {
            close();
            throw e;
        }
    }

    Sight sight(Place place) {
        return Sight.of(handler(place));
    }

    List<Outcome> perform(Step step) {
        try {
            return switch (step) {
                case Step.Execute(var place, var requests) -> outcomes(handler(place).execute(requests));
                case Step.Reopen(var place) -> reopen(place);
            };
        } catch (RuntimeException e) {
            return List.of(Outcome.thrown(e));
        }
    }

    private static List<Outcome> outcomes(List<RequestOutcome> outcomes) {
        return outcomes.stream().map(Outcome::of).toList();
    }

    private List<Outcome> reopen(Place place) {
        handler(place).close();
        handlers.put(place, wrapping.apply(namespaces.get(place).open()));
        return List.of();
    }

    private NetlinkHandler handler(Place place) {
        return handlers.get(place);
    }

    @Override
    public void close() {
        handlers.values().forEach(NetlinkHandler::close);
        namespaces.values().forEach(ContractNamespace::close);
    }
}
