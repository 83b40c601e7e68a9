package io.podbridge.journal.json;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * A value and where it stands, so that whatever is wrong with it can be said with its place.
 *
 * @param path where it stands, such as {@code $.pod.routes[2].metric}
 * @param node the value
 */
public record JsonCursor(String path, JsonNode node) {

    /**
     * The cursor at the value of a whole text.
     *
     * @param node the value
     * @return the cursor
     */
    public static JsonCursor root(JsonNode node) {
        return new JsonCursor("$", node);
    }

    /** {@return the characters} */
    public String text() {
        if (node instanceof JsonNode.Text text) {
            return text.value();
        }
        throw isNot("a text");
    }

    /** {@return true or false} */
    public boolean bool() {
        if (node instanceof JsonNode.Bool bool) {
            return bool.value();
        }
        throw isNot("true or false");
    }

    /**
     * The number.
     *
     * @param min the least that it may be
     * @param max the most that it may be
     * @return the number, exactly
     */
    public long number(long min, long max) {
        if (node instanceof JsonNode.Numeral number) {
            return inRange(number.literal(), min, max);
        }
        throw isNot("a number");
    }

    private long inRange(String literal, long min, long max) {
        try {
            long value = Long.parseLong(literal);
            if (value >= min && value <= max) {
                return value;
            }
        } catch (NumberFormatException e) {
            throw problem("is " + literal + ", not a whole number of 64 bits");
        }
        throw problem("is " + literal + ", not " + min + " to " + max);
    }

    /** {@return a cursor for each of the values in a row} */
    public List<JsonCursor> elements() {
        if (!(node instanceof JsonNode.Array array)) {
            throw isNot("an array");
        }
        List<JsonCursor> cursors = new ArrayList<>();
        for (JsonNode element : array.elements()) {
            cursors.add(new JsonCursor(JsonPath.element(path, cursors.size()), element));
        }
        return cursors;
    }

    /**
     * Reads an object as a whole.
     *
     * @param reader asks for the fields, each of them; what it does not ask for is a problem
     * @param <T> what it makes of them
     * @return what it made of them
     */
    public <T> T object(Function<JsonFields, T> reader) {
        if (!(node instanceof JsonNode.Members object)) {
            throw isNot("an object");
        }
        JsonFields fields = new JsonFields(path, object.fields());
        T value = checked(() -> reader.apply(fields));
        fields.requireAllAsked();
        return value;
    }

    /**
     * Runs what may refuse the value, and says where the value stands.
     *
     * @param reader what makes something of the value; throws IllegalArgumentException if it is a bad one
     * @param <T> what it makes
     * @return what it made
     */
    <T> T checked(Supplier<T> reader) {
        try {
            return reader.get();
        } catch (IllegalArgumentException e) {
            throw new JsonProblem(path, "is refused: " + e.getMessage(), e);
        }
    }

    /**
     * A problem here.
     *
     * @param predicate what is wrong, as it reads after the path
     * @return the problem, to be thrown
     */
    public JsonProblem problem(String predicate) {
        return new JsonProblem(path, predicate);
    }

    private JsonProblem isNot(String wanted) {
        return problem("is " + node.kind() + ", not " + wanted);
    }
}
