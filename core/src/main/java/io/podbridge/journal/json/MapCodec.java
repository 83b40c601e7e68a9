package io.podbridge.journal.json;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Values by key, as an array of objects with the fields {@code key} and {@code value}. A map has no order of its own, so its entries are
 * sorted: the same map always makes the same text.
 *
 * @param key reads and writes each key
 * @param value reads and writes each value
 * @param order the order of the keys
 * @param <K> the type of the keys
 * @param <V> the type of the values
 */
public record MapCodec<K, V>(JsonCodec<K> key, JsonCodec<V> value, Comparator<K> order) implements JsonCodec<Map<K, V>> {

    @Override
    public void write(Map<K, V> map, JsonOutput out) {
        List<Map.Entry<K, V>> sorted = map.entrySet().stream().sorted(Map.Entry.comparingByKey(order)).toList();
        out.array(() -> {
            for (Map.Entry<K, V> entry : sorted) {
                out.object(() -> new JsonObjectWriter(out).put("key", entry.getKey(), key).put("value", entry.getValue(), value));
            }
        });
    }

    @Override
    public Map<K, V> read(JsonCursor at) {
        Map<K, V> map = new LinkedHashMap<>();
        for (JsonCursor element : at.elements()) {
            Map.Entry<K, V> entry = element
                    .object(fields -> Map.entry(fields.get("key", key), fields.get("value", value)));
            if (map.putIfAbsent(entry.getKey(), entry.getValue()) != null) {
                throw element.problem("has the key " + entry.getKey() + ", which stands there already");
            }
        }
        return map;
    }
}
