package io.podbridge.tests.jvm;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/**
 * What an artifact brings with it, as the list in CycloneDX's format says that is published beside its jar.
 *
 * @param components the libraries
 */
record BillOfMaterials(List<Component> components) {

    /**
     * A library.
     *
     * @param name group and artifact
     * @param licences the SPDX names of its licences
     */
    record Component(String name, Set<String> licences) {}

    static BillOfMaterials beside(Path jar) throws IOException {
        JsonObject bill = JsonParser.parseString(Files.readString(jar.resolveSibling("bom.json"))).getAsJsonObject();
        return new BillOfMaterials(objects(bill, "components").map(BillOfMaterials::component).toList());
    }

    private static Component component(JsonObject component) {
        return new Component(component.get("group").getAsString() + ":" + component.get("name").getAsString(),
                objects(component, "licenses").map(BillOfMaterials::licence).collect(Collectors.toSet()));
    }

    private static String licence(JsonObject choice) {
        return choice.has("license") && choice.getAsJsonObject("license").has("id")
                ? choice.getAsJsonObject("license").get("id").getAsString()
                : choice.toString();
    }

    private static Stream<JsonObject> objects(JsonObject parent, String name) {
        return StreamSupport.stream(parent.getAsJsonArray(name).spliterator(), false).map(JsonElement::getAsJsonObject);
    }
}
