package io.podbridge.iproute2.json;

import io.podbridge.netlink.model.RawAttribute;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * A next hop, or a route with one, parted into its encapsulation and the rest. Newer versions of ip(8) print an object for the
 * encapsulation; older ones put its fields among the others, under names that those have too: they are what follows {@code "encap"}, up
 * to the way out.
 *
 * @param rest the fields without the encapsulation
 * @param encap the encapsulation in words; none if there is none
 */
record EncapJson(Fields rest, List<RawAttribute> encap) {
    /** No {@code LWTUNNEL_ENCAP_*}: the kernel refuses it, so that nobody makes such a route by mistake. */
    static final int TYPE_IN_WORDS = 0xffff;

    private static final String ENCAP = "encap";
    private static final String TYPE = "encap_type";
    private static final Set<String> WAY_OUT = Set.of("via", "gateway", "dev", "table", "protocol", "scope", "weight");

    static EncapJson part(Fields fields) {
        List<Map.Entry<String, Object>> rest = new ArrayList<>(fields.entries());
        int at = indexOf(ENCAP, rest);
        if (at < 0) {
            return new EncapJson(fields, List.of());
        }
        Object encap = rest.remove(at).getValue();
        if (encap instanceof Fields object) {
            return new EncapJson(fields.with(rest), List.of(inWords("", object.entries())));
        }
        List<Map.Entry<String, Object>> mixed = rest.subList(at, end(encap, at, rest));
        RawAttribute words = inWords(encap.toString(), mixed);
        mixed.clear();
        return new EncapJson(fields.with(rest), List.of(words));
    }

    /** The type {@code ip} has a {@code tos} of its own, always; any other is the route's. */
    private static int end(Object type, int from, List<Map.Entry<String, Object>> entries) {
        int tosLeft = type.equals("ip") ? 1 : 0;
        for (int at = from; at < entries.size(); at++) {
            String name = entries.get(at).getKey();
            if (WAY_OUT.contains(name) || (name.equals("tos") && tosLeft-- == 0)) {
                return at;
            }
        }
        return entries.size();
    }

    private static int indexOf(String name, List<Map.Entry<String, Object>> entries) {
        return entries.stream().map(Map.Entry::getKey).toList().indexOf(name);
    }

    /** The type stands before the fields, or among them. */
    private static RawAttribute inWords(String type, List<Map.Entry<String, Object>> entries) {
        String words = entries.stream().map(entry -> entry.getKey().equals(TYPE)
                ? entry.getValue().toString()
                : entry.getKey() + " " + entry.getValue()).collect(Collectors.joining(" "));
        return new RawAttribute(TYPE_IN_WORDS, (type + " " + words).strip().getBytes(StandardCharsets.UTF_8));
    }
}
