package io.podbridge.tests.cni;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;

/**
 * What a CNI plugin answered.
 *
 * @param exit its exit code
 * @param output what it printed: a result, an error, or nothing
 */
record CniAnswer(int exit, String output) {

    /** {@return the result} */
    JsonObject result() {
        if (exit != 0) {
            throw new AssertionError("the plugin failed: " + output);
        }
        return JsonParser.parseString(output).getAsJsonObject();
    }

    /** {@return what it complains of; empty if it is content} */
    String complaint() {
        return exit == 0 ? "" : JsonParser.parseString(output).getAsJsonObject().get("msg").getAsString();
    }
}
