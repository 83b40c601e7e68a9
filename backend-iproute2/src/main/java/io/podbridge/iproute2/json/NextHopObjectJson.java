package io.podbridge.iproute2.json;

import io.podbridge.netlink.model.Link;
import io.podbridge.netlink.model.NextHopObject;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/** Next-hop objects, from {@code ip -j nexthop show}. */
public final class NextHopObjectJson {
    private static final long LARGEST_ID = 0xffff_ffffL;

    private NextHopObjectJson() {}

    /**
     * Reads next-hop objects.
     *
     * @param command the command, for messages
     * @param json what it printed
     * @param links all links of the namespace
     * @return the objects in the order of the output
     * @throws UnreadableOutputException if it is not what that command prints, or a link is not in the list
     */
    public static List<NextHopObject> read(String command, String json, List<Link> links) {
        LinkNames names = LinkNames.of(links);
        return Output.objects(command, json).stream().map(fields -> object(fields, names)).toList();
    }

    private static NextHopObject object(Fields fields, LinkNames names) {
        Optional<Integer> link = names.index(fields, "dev");
        return new NextHopObject(fields.required("id", fields.number("id", LARGEST_ID).stream().boxed().findFirst()),
                link.isPresent() ? OptionalInt.of(link.get()) : OptionalInt.empty());
    }
}
