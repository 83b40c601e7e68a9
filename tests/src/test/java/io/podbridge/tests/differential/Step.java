package io.podbridge.tests.differential;

import io.podbridge.netlink.request.Command;
import io.podbridge.netlink.request.NetlinkRequest;
import java.util.List;

/** What is done to a subject at once. */
sealed interface Step {

    /** {@return in which of its namespaces} */
    Place place();

    /** {@return the same by hand} */
    List<String> lines();

    /**
     * Requests that are handed over together.
     *
     * @param place in which namespace
     * @param requests one or more
     */
    record Execute(Place place, List<NetlinkRequest> requests) implements Step {

        public Execute {
            requests = List.copyOf(requests);
        }

        static Execute of(Place place, NetlinkRequest... requests) {
            return new Execute(place, List.of(requests));
        }

        @Override
        public List<String> lines() {
            return requests.stream().flatMap(request -> request.commands().stream()).map(Command::toString).toList();
        }
    }

    /**
     * The handler is closed, and another one opened.
     *
     * @param place in which namespace
     */
    record Reopen(Place place) implements Step {
        @Override
        public List<String> lines() {
            return List.of("# the handler is closed and opened again");
        }
    }
}
