package io.podbridge.cli.output;

import io.podbridge.netlink.model.Link;
import io.podbridge.netlink.model.LinkKind;
import io.podbridge.netlink.state.NamespaceState;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The links of a namespace as boxes, with masters, peers and lower links as lines between them. The loopback is left out. */
final class NetworkGraph {
    private final NamespaceState state;
    private final List<GraphNode> nodes = new ArrayList<>();
    private final List<GraphEdge> edges = new ArrayList<>();
    private final Map<Integer, String> ids = new HashMap<>();

    private NetworkGraph(NamespaceState state) {
        this.state = state;
    }

    static NetworkGraph of(NamespaceState state) {
        NetworkGraph graph = new NetworkGraph(state);
        List<Link> links = state.links().stream().filter(link -> !link.flags().names().contains("LOOPBACK")).toList();
        links.forEach(graph::addNode);
        links.forEach(graph::addEdges);
        return graph;
    }

    List<GraphNode> nodes() {
        return nodes;
    }

    List<GraphEdge> edges() {
        return edges;
    }

    private void addNode(Link link) {
        String id = "n" + (nodes.size() + 1);
        ids.put(link.index(), id);
        nodes.add(new GraphNode(id, lines(link), true));
    }

    private List<String> lines(Link link) {
        List<String> lines = new ArrayList<>();
        String kind = link.kind().map(LinkKind::name).map(name -> name.equals("tun") ? tapOrTun(link) : name).orElse("device");
        lines.add(link.name() + " (" + kind + (link.isUp() ? ")" : ", down)"));
        String hardwareAddress = link.hardwareAddress().toString();
        if (!hardwareAddress.isEmpty()) {
            lines.add(hardwareAddress);
        }
        state.addressesOf(link).forEach(address -> lines.add(address.prefix().toString()));
        return lines;
    }

    private static String tapOrTun(Link link) {
        return link.tun().map(tun -> tun.tap() ? "tap" : "tun").orElse("tun");
    }

    private void addEdges(Link link) {
        String id = id(link.index());
        other(link).ifPresent(other -> addOther(link, id, other));
        link.master().ifPresent(master -> edges.add(new GraphEdge(id, id(master), GraphEdge.Kind.MASTER)));
    }

    /** In another namespace the other end may have the same index. */
    private static Optional<Integer> other(Link link) {
        return link.peerIndex().stream().boxed().findFirst()
                .filter(index -> index != link.index() || link.peerNamespaceId().isPresent());
    }

    /** Both ends of a veth name each other; one line is enough. */
    private void addOther(Link link, String id, int other) {
        GraphEdge.Kind kind = link.isKind(LinkKind.VETH) ? GraphEdge.Kind.PEER : GraphEdge.Kind.LOWER;
        if (link.peerNamespaceId().isPresent()) {
            String elsewhere = "n" + (nodes.size() + 1);
            nodes.add(new GraphNode(elsewhere, List.of("link " + other + " of another namespace"), false));
            edges.add(kind == GraphEdge.Kind.LOWER ? new GraphEdge(id, elsewhere, kind) : new GraphEdge(elsewhere, id, kind));
        } else if (kind == GraphEdge.Kind.LOWER || other > link.index()) {
            edges.add(new GraphEdge(id, id(other), kind));
        }
    }

    /** A link that has just gone is still named by another. */
    private String id(int index) {
        return ids.computeIfAbsent(index, missing -> {
            String id = "n" + (nodes.size() + 1);
            nodes.add(new GraphNode(id, List.of("link " + missing), false));
            return id;
        });
    }
}
