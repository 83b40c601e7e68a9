package io.podbridge.cli.output;

import io.podbridge.netlink.state.NamespaceState;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A namespace as a flow chart of Mermaid, which GitHub and GitLab draw where it stands in a Markdown file. */
public final class MermaidText {

    private MermaidText() {}

    /**
     * Draws it.
     *
     * @param state the namespace
     * @return the lines of the chart
     */
    public static List<String> lines(NamespaceState state) {
        NetworkGraph graph = NetworkGraph.of(state);
        return Stream.of(Stream.of("flowchart LR"), graph.nodes().stream().map(MermaidText::node),
                graph.edges().stream().map(MermaidText::edge)).flatMap(lines -> lines).toList();
    }

    private static String node(GraphNode node) {
        String text = '"' + node.lines().stream().map(MermaidText::escaped).collect(Collectors.joining("<br/>")) + '"';
        return "  " + node.id() + (node.here() ? "[" + text + "]" : "([" + text + "])");
    }

    private static String edge(GraphEdge edge) {
        String line = switch (edge.kind()) {
            case PEER -> " --- ";
            case LOWER -> " -->|over| ";
            case MASTER -> " -->|port of| ";
        };
        return "  " + edge.from() + line + edge.to();
    }

    /** Whatever might mean something to Mermaid, or to the page around it, is written as the number of its character. */
    private static String escaped(String text) {
        return text.codePoints()
                .mapToObj(
                        c -> Character.isLetterOrDigit(c) || " .,:/@()_-".indexOf(c) >= 0 ? Character.toString(c) : "#" + c + ";")
                .collect(Collectors.joining());
    }
}
