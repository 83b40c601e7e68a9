package io.podbridge.tests.fuzz;

import com.google.gson.JsonElement;
import com.google.gson.JsonParser;
import io.podbridge.iproute2.json.AddressJson;
import io.podbridge.iproute2.json.LinkJson;
import io.podbridge.iproute2.json.NeighbourJson;
import io.podbridge.iproute2.json.RouteJson;
import io.podbridge.iproute2.json.TapOwners;
import io.podbridge.iproute2.json.UnreadableOutputException;
import io.podbridge.netlink.model.IpFamily;
import io.podbridge.netlink.model.Link;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.OptionalLong;
import java.util.SplittableRandom;
import java.util.function.Consumer;

/** A reader of what ip(8) prints as JSON, with what three of its versions printed, an object at a time. */
final class IpJsonTarget implements Target {
    private static final String FOLDER = "backend-iproute2/src/test/resources/io/podbridge/iproute2/json";
    private static final TapOwners ROOT_ALONE = new TapOwners() {
        @Override
        public OptionalLong user(String name) {
            return name.equals("root") ? OptionalLong.of(0) : OptionalLong.empty();
        }

        @Override
        public OptionalLong group(String name) {
            return user(name);
        }
    };
    /** Those that the routes and neighbours go by. */
    private static final List<Link> LINKS = Samples.under(FOLDER, "6.15.0/link.json").stream()
            .flatMap(printed -> LinkJson.read("ip", printed, ROOT_ALONE).stream()).toList();

    private final List<byte[]> corpus;
    private final Consumer<String> reader;

    private IpJsonTarget(String files, Consumer<String> reader) {
        this.corpus = Samples.under(FOLDER, files).stream()
                .flatMap(printed -> JsonParser.parseString(printed).getAsJsonArray().asList().stream()).map(JsonElement::toString)
                .distinct().map(object -> ("[" + object + "]").getBytes(StandardCharsets.UTF_8)).toList();
        this.reader = reader;
    }

    static Target links() {
        return new IpJsonTarget("link.json", json -> LinkJson.read("ip", json, ROOT_ALONE));
    }

    static Target addresses() {
        return new IpJsonTarget("addr.json", json -> AddressJson.read("ip", json));
    }

    static Target routes(IpFamily family) {
        String file = family == IpFamily.IPV4 ? "route4.json" : "route6.json";
        return new IpJsonTarget(file, json -> RouteJson.read("ip", json, family, LINKS));
    }

    static Target neighbours() {
        return new IpJsonTarget("neigh4.json", json -> NeighbourJson.read("ip", json, LINKS));
    }

    @Override
    public List<byte[]> corpus() {
        return corpus;
    }

    @Override
    public byte[] damaged(byte[] whole, SplittableRandom random) {
        return JsonDamage.mostly(whole, corpus, random);
    }

    @Override
    public boolean takes(byte[] input) {
        try {
            reader.accept(new String(input, StandardCharsets.UTF_8));
            return true;
        } catch (UnreadableOutputException e) {
            return false;
        }
    }
}
