package io.podbridge.cli.output;

import io.podbridge.netlink.state.NamespaceState;
import java.util.Map;

/** A namespace for programs. */
public final class NamespaceJson {

    private NamespaceJson() {}

    /**
     * Writes all of it.
     *
     * @param json the object that gets the fields
     * @param state the namespace
     */
    public static void write(Json json, NamespaceState state) {
        Map<Integer, String> names = state.linkNames();
        json.objects("links", state.links(), (object, link) -> {
            LinkJson.write(object, link, names);
            object.objects("addresses", state.addressesOf(link), AddressJson::write);
        });
        json.objects("routes", state.routes(), (object, route) -> RouteJson.write(object, route, names));
        json.objects("neighbours", state.lastingNeighbours(),
                (object, neighbour) -> NeighbourJson.write(object, neighbour, names));
    }
}
