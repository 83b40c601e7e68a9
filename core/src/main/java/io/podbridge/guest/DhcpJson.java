package io.podbridge.guest;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** A {@link DhcpConfig} as JSON. What is absent has no member, and an empty list has none either. */
final class DhcpJson {
    private final JsonObject json = new JsonObject();

    private DhcpJson() {}

    static JsonObject of(DhcpConfig config) {
        return new DhcpJson().write(config);
    }

    private JsonObject write(DhcpConfig config) {
        json.addProperty("ipamDisabled", config.ipamDisabled());
        json.addProperty("mac", config.mac().toString());
        text("address", config.address());
        text("gateway", config.gateway());
        list("routes", config.routes(), DhcpJson::route);
        json.addProperty("mtu", config.mtu());
        texts("addresses6", config.addresses6());
        text("gateway6", config.gateway6());
        list("routes6", config.routes6(), DhcpJson::route);
        text("serverAddress", config.serverAddress());
        config.address().ifPresent(leased -> json.addProperty("leaseTime", config.leaseTime()));
        texts("dnsServers", config.dnsServers());
        texts("searchDomains", config.searchDomains());
        text("hostName", config.hostName());
        texts("warnings", config.warnings());
        return json;
    }

    private void text(String name, Optional<?> value) {
        value.ifPresent(present -> json.addProperty(name, present.toString()));
    }

    private void texts(String name, List<?> values) {
        JsonArray array = new JsonArray();
        values.forEach(value -> array.add(value.toString()));
        list(name, array);
    }

    private <T> void list(String name, List<T> values, Function<T, JsonObject> element) {
        JsonArray array = new JsonArray();
        values.forEach(value -> array.add(element.apply(value)));
        list(name, array);
    }

    private void list(String name, JsonArray array) {
        if (!array.isEmpty()) {
            json.add(name, array);
        }
    }

    private static JsonObject route(GuestRoute route) {
        JsonObject json = new JsonObject();
        json.addProperty("destination", route.destination().toString());
        route.gateway().ifPresent(gateway -> json.addProperty("gateway", gateway.toString()));
        return json;
    }
}
