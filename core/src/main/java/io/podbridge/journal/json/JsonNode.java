package io.podbridge.journal.json;

import com.google.common.collect.ImmutableMap;
import java.util.List;

/** A JSON value as it stands in a text. */
public sealed interface JsonNode {

    /** {@return what it is, as it reads in a sentence} */
    String kind();

    /**
     * Characters in quotes.
     *
     * @param value the characters
     */
    record Text(String value) implements JsonNode {
        @Override
        public String kind() {
            return "a text";
        }
    }

    /**
     * A number, kept as it was written: a double would round a long above 2^53.
     *
     * @param literal the digits
     */
    record Numeral(String literal) implements JsonNode {
        @Override
        public String kind() {
            return "a number";
        }
    }

    /**
     * True or false.
     *
     * @param value which of them
     */
    record Bool(boolean value) implements JsonNode {
        @Override
        public String kind() {
            return "true or false";
        }
    }

    /** Nothing. A podbridge journal has none: what is absent has no key. */
    record Nothing() implements JsonNode {
        @Override
        public String kind() {
            return "null";
        }
    }

    /**
     * Values in a row.
     *
     * @param elements the values
     */
    record Array(List<JsonNode> elements) implements JsonNode {

        /** Keeps a copy. */
        public Array {
            elements = List.copyOf(elements);
        }

        @Override
        public String kind() {
            return "an array";
        }
    }

    /**
     * Values by name.
     *
     * @param fields the values, in the order in which they stand
     */
    record Members(ImmutableMap<String, JsonNode> fields) implements JsonNode {
        @Override
        public String kind() {
            return "an object";
        }
    }
}
