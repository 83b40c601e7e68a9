package io.podbridge.journal.json;

/** Says where in a JSON text something is, as in {@code $.pod.routes[2].metric}. */
final class JsonPath {

    private JsonPath() {}

    static String field(String object, String name) {
        return object + "." + name;
    }

    static String element(String array, int index) {
        return array + "[" + index + "]";
    }
}
