package io.podbridge.journal;

import com.google.common.collect.ImmutableMap;
import io.podbridge.journal.json.JsonNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

/** Every value of a journal, each with the way to put another in its place. */
final class JournalVariants {
    private final List<Place> places = new ArrayList<>();

    private JournalVariants() {}

    /** A value, where it stands, and the whole journal as a function of it. */
    record Place(String path, JsonNode node, UnaryOperator<JsonNode> journal) {

        JsonNode with(JsonNode other) {
            return journal.apply(other);
        }

        JsonNode.Members members() {
            return (JsonNode.Members) node;
        }
    }

    static List<Place> places(JsonNode journal) {
        JournalVariants variants = new JournalVariants();
        variants.visit(new Place("$", journal, node -> node));
        return variants.places;
    }

    static List<Place> objects(JsonNode journal) {
        return places(journal).stream().filter(place -> place.node() instanceof JsonNode.Members).toList();
    }

    static JsonNode.Members without(JsonNode.Members object, String name) {
        Map<String, JsonNode> fields = new LinkedHashMap<>(object.fields());
        fields.remove(name);
        return new JsonNode.Members(ImmutableMap.copyOf(fields));
    }

    static JsonNode.Members with(JsonNode.Members object, String name, JsonNode value) {
        Map<String, JsonNode> fields = new LinkedHashMap<>(object.fields());
        fields.put(name, value);
        return new JsonNode.Members(ImmutableMap.copyOf(fields));
    }

    private void visit(Place place) {
        places.add(place);
        if (place.node() instanceof JsonNode.Members object) {
            object.fields().forEach((name, value) -> visit(
                    new Place(place.path() + "." + name, value, other -> place.with(with(object, name, other)))));
        } else if (place.node() instanceof JsonNode.Array array) {
            for (int i = 0; i < array.elements().size(); i++) {
                int index = i;
                visit(new Place(place.path() + "[" + i + "]", array.elements().get(i),
                        other -> place.with(replaced(array, index, other))));
            }
        }
    }

    private static JsonNode.Array replaced(JsonNode.Array array, int index, JsonNode other) {
        List<JsonNode> elements = new ArrayList<>(array.elements());
        elements.set(index, other);
        return new JsonNode.Array(elements);
    }
}
