package io.podbridge.journal.codec;

import io.podbridge.binding.PodInterface;
import io.podbridge.journal.json.JsonFields;
import io.podbridge.journal.json.JsonObjectCodec;
import io.podbridge.journal.json.JsonObjectWriter;
import io.podbridge.journal.json.ListCodec;
import io.podbridge.journal.json.MapCodec;
import io.podbridge.journal.json.TextCodec;
import io.podbridge.netlink.model.InterfaceAddress;
import io.podbridge.netlink.model.Neighbour;
import io.podbridge.netlink.model.Route;
import io.podbridge.netlink.model.Sysctl;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Comparator;

/** A pod's interface as it was found. Lists keep the kernel's order, which tells how to restore them. */
public final class PodInterfaceCodec extends JsonObjectCodec<PodInterface> {
    private static final LinkCodec LINK = new LinkCodec();
    private static final TextCodec<Instant> INSTANT = new TextCodec<>(Instant::toString, PodInterfaceCodec::instant);
    private static final ListCodec<InterfaceAddress> ADDRESSES = new ListCodec<>(new InterfaceAddressCodec());
    private static final ListCodec<Route> ROUTES = new ListCodec<>(new RouteCodec());
    private static final ListCodec<Neighbour> NEIGHBOURS = new ListCodec<>(new NeighbourCodec());
    private static final MapCodec<Sysctl, String> SYSCTLS = new MapCodec<>(new SysctlCodec(), TextCodec.STRING,
            Comparator.comparing(Sysctl::path));

    /** Makes the codec, which has no state. */
    public PodInterfaceCodec() {}

    @Override
    protected void writeFields(PodInterface pod, JsonObjectWriter object) {
        object.put("link", pod.link(), LINK)
                .put("capturedAt", pod.capturedAt(), INSTANT)
                .put("addresses", pod.addresses(), ADDRESSES)
                .put("routes", pod.routes(), ROUTES)
                .put("neighbours", pod.neighbours(), NEIGHBOURS)
                .put("sysctls", pod.sysctls(), SYSCTLS);
    }

    @Override
    protected PodInterface readFields(JsonFields fields) {
        return PodInterface.builder(fields.get("link", LINK), fields.get("capturedAt", INSTANT))
                .addresses(fields.get("addresses", ADDRESSES))
                .routes(fields.get("routes", ROUTES))
                .neighbours(fields.get("neighbours", NEIGHBOURS))
                .sysctls(fields.get("sysctls", SYSCTLS))
                .build();
    }

    private static Instant instant(String text) {
        try {
            return Instant.parse(text);
        } catch (DateTimeException e) {
            throw new IllegalArgumentException("not a time such as 2026-11-01T00:00:00Z: \"" + text + "\"", e);
        }
    }
}
