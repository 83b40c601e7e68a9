package io.podbridge.journal.codec;

import io.podbridge.journal.json.JsonFields;
import io.podbridge.journal.json.JsonObjectCodec;
import io.podbridge.journal.json.JsonObjectWriter;
import io.podbridge.journal.json.ListCodec;
import io.podbridge.journal.json.TextCodec;
import io.podbridge.netlink.model.IpFamily;
import io.podbridge.netlink.model.LinkId;
import io.podbridge.netlink.model.Sysctl;
import java.util.List;
import java.util.Optional;

/** The segments of its path, and the link whose setting it is, if it is one's. */
final class SysctlCodec extends JsonObjectCodec<Sysctl> {
    private static final ListCodec<String> SEGMENTS = new ListCodec<>(TextCodec.STRING);
    private static final LinkIdCodec LINK = new LinkIdCodec();

    @Override
    protected void writeFields(Sysctl sysctl, JsonObjectWriter object) {
        object.put("segments", sysctl.segments(), SEGMENTS).putIfPresent("link", sysctl.link(), LINK);
    }

    @Override
    protected Sysctl readFields(JsonFields fields) {
        List<String> segments = fields.get("segments", SEGMENTS);
        Optional<LinkId> link = fields.find("link", LINK);
        return link.isPresent() ? ofLink(segments, link.get()) : Sysctl.of(segments.toArray(String[]::new));
    }

    private static Sysctl ofLink(List<String> segments, LinkId link) {
        IpFamily family = segments.indexOf("ipv4") == 1 ? IpFamily.IPV4 : IpFamily.IPV6;
        String setting = segments.isEmpty() ? "" : segments.get(segments.size() - 1);
        Sysctl sysctl = Sysctl.ofLink(family, link, setting);
        if (!sysctl.segments().equals(segments)) {
            throw new IllegalArgumentException(segments + " is no path of a setting of link " + link);
        }
        return sysctl;
    }
}
