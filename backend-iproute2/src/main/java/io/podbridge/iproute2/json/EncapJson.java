package io.podbridge.iproute2.json;

import io.podbridge.netlink.model.RawAttribute;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The encapsulation of a next hop. Before 6.15 its fields stand among those of the route, with the same names: {@code "encap"} and
 * what follows it, up to the way out.
 */
final class EncapJson {
    static final String FIELD = "encap";
    /** No {@code LWTUNNEL_ENCAP_*}: the kernel refuses it, so that a route with it cannot be made by mistake. */
    static final int TOLD_IN_WORDS = 0xffff;

    private static final String TYPE = "encap_type";
    private static final Set<String> WAY_OUT = Set.of("nhid", "via", "gateway", "dev", "protocol", "scope", "weight");
    /** Encapsulations that always tell a {@code tos} of their own; a second one is the route's. */
    private static final Set<String> WITH_TOS = Set.of("ip");

    private EncapJson() {}

    static Optional<RawAttribute> read(Fields fields) {
        if (!fields.has(FIELD)) {
            return Optional.empty();
        }
        String words = section(fields).stream().map(entry -> entry.getKey() + " " + entry.getValue())
                .collect(Collectors.joining(" "));
        return Optional.of(new RawAttribute(TOLD_IN_WORDS, words.getBytes(StandardCharsets.UTF_8)));
    }

    /** {@return the fields of the route alone} */
    static Fields without(Fields fields) {
        if (!fields.has(FIELD)) {
            return fields;
        }
        List<Map.Entry<String, Object>> others = new ArrayList<>(fields.entries());
        others.subList(start(fields), end(fields)).clear();
        return fields.with(others);
    }

    private static List<Map.Entry<String, Object>> section(Fields fields) {
        return fields.entries().subList(start(fields), end(fields));
    }

    private static int start(Fields fields) {
        int at = 0;
        while (!isStart(fields.entries().get(at).getKey())) {
            at++;
        }
        return at;
    }

    private static boolean isStart(String name) {
        return name.equals(FIELD) || name.equals(TYPE);
    }

    private static int end(Fields fields) {
        List<Map.Entry<String, Object>> entries = fields.entries();
        int at = start(fields);
        boolean ownTos = WITH_TOS.contains(String.valueOf(entries.get(at).getValue()));
        boolean nested = false;
        while (at < entries.size() && !WAY_OUT.contains(entries.get(at).getKey())) {
            Map.Entry<String, Object> entry = entries.get(at);
            if (entry.getKey().equals("tos")) {
                if (nested || !ownTos) {
                    break;
                }
                ownTos = false;
            }
            nested |= entry.getKey().equals(FIELD) && entry.getValue() instanceof Fields;
            at++;
        }
        return at;
    }
}
