package io.podbridge.iproute2.json;

import io.podbridge.netlink.model.Link;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Which link is meant by a name. Where ip(8) knows none, it prints {@code if12} for the index 12. */
final class LinkNames {
    private final Map<String, Integer> indices;

    LinkNames(Map<String, Integer> indices) {
        this.indices = indices;
    }

    static LinkNames of(List<Link> links) {
        Map<String, Integer> indices = new HashMap<>();
        links.forEach(link -> indices.put(link.name(), link.index()));
        return new LinkNames(indices);
    }

    Optional<Integer> index(Fields fields, String field) {
        return fields.text(field).map(name -> {
            Integer index = indices.get(name);
            if (index != null) {
                return index;
            }
            if (name.matches("if[1-9][0-9]{0,8}")) {
                return Integer.valueOf(name.substring(2));
            }
            throw fields.outdated(field, "there was no link \"" + name + "\" when the links were listed");
        });
    }
}
