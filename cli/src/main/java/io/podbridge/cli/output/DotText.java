package io.podbridge.cli.output;

import io.podbridge.netlink.state.NamespaceState;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A namespace as a graph of Graphviz, for {@code dot -Tsvg}. */
public final class DotText {

    private DotText() {}

    /**
     * Draws it.
     *
     * @param state the namespace
     * @return the lines of the graph
     */
    public static List<String> lines(NamespaceState state) {
        NetworkGraph graph = NetworkGraph.of(state);
        return Stream.of(Stream.of("digraph namespace {", "  rankdir=LR;", "  node [shape=box];"),
                graph.nodes().stream().map(DotText::node), graph.edges().stream().map(DotText::edge), Stream.of("}"))
                .flatMap(lines -> lines).toList();
    }

    private static String node(GraphNode node) {
        String text = node.lines().stream().map(DotText::escaped).collect(Collectors.joining("\\n"));
        return "  " + node.id() + " [label=\"" + text + "\"" + (node.here() ? "" : ", style=dashed") + "];";
    }

    private static String edge(GraphEdge edge) {
        String style = switch (edge.kind()) {
            case PEER -> "dir=none";
            case LOWER -> "label=\"over\"";
            case MASTER -> "label=\"port of\"";
        };
        return "  " + edge.from() + " -> " + edge.to() + " [" + style + "];";
    }

    private static String escaped(String text) {
        return text.replace("\\", "\\\\").replace("\"", "\\\"").replaceAll("\\p{Cntrl}", "?");
    }
}
