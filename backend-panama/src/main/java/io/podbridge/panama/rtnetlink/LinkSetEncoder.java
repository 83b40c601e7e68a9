package io.podbridge.panama.rtnetlink;

import io.podbridge.netlink.request.LinkChange;
import io.podbridge.netlink.request.LinkSet;
import io.podbridge.panama.wire.MessageWriter;
import io.podbridge.panama.wire.Netlink;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Encodes the changes of a {@link LinkSet} in as few messages as keep their order. Inside one message the kernel works in an order of
 * its own: address, MTU, group, name, alias, flags, master, then what belongs to address families and ports. So "down" goes ahead,
 * and what belongs to families too, since it comes too late for an "up"; "up" goes after the master, which a message would set last;
 * and what belongs to a port goes with it, since RTM_NEWLINK alone heeds it, and only once the link is a port.
 */
final class LinkSetEncoder {
    private final LinkSet set;
    private final List<Message> messages = new ArrayList<>();
    private final List<Consumer<MessageWriter>> pending = new ArrayList<>();

    private LinkSetEncoder(LinkSet set) {
        this.set = set;
    }

    static Optional<List<Message>> encode(LinkSet set) {
        LinkSetEncoder encoder = new LinkSetEncoder(set);
        boolean all = set.changes().stream().allMatch(encoder::add);
        encoder.flush();
        return all ? Optional.of(encoder.messages) : Optional.empty();
    }

    /** {@return false for a change that this version does not know} */
    private boolean add(LinkChange change) {
        switch (change) {
            case LinkChange.Down down -> send(Rtm.SETLINK, 0, LinkHeader.UP, body -> {});
            case LinkChange.AddrGen(var mode) ->
                send(family(Rtm.AF_INET6, body -> body.attribute8(Ifla.INET6_ADDR_GEN_MODE, mode.number())));
            case LinkChange.ArpIgnore(int value) -> send(family(Rtm.AF_INET, body -> arpIgnore(body, value)));
            case LinkChange.Mac(var mac) -> pending.add(body -> body.attribute(Ifla.ADDRESS, mac.toBytes()));
            case LinkChange.Mtu(int bytes) -> pending.add(body -> body.attribute32(Ifla.MTU, bytes));
            case LinkChange.Group(int group) -> pending.add(body -> body.attribute32(Ifla.GROUP, group));
            case LinkChange.Name(var name) -> pending.add(body -> body.attribute(Ifla.IFNAME, name));
            case LinkChange.Alias(var text) ->
                pending.add(body -> body.attribute(Ifla.IFALIAS, text.getBytes(StandardCharsets.UTF_8)));
            case LinkChange.AddAltName(var name) -> altName(Rtm.NEWLINKPROP, name);
            case LinkChange.DeleteAltName(var name) -> altName(Rtm.DELLINKPROP, name);
            case LinkChange.Master(var master) -> pending.add(body -> body.attribute32(Ifla.MASTER, master.index()));
            case LinkChange.NoMaster none -> pending.add(body -> body.attribute32(Ifla.MASTER, 0));
            case LinkChange.Up up -> up();
            case LinkChange.Learning(boolean on) -> learning(on);
            default -> {
                return false;
            }
        }
        return true;
    }

    private void up() {
        if (set.change(LinkChange.Learning.class).isEmpty()) {
            flush();
            send(Rtm.SETLINK, LinkHeader.UP, LinkHeader.UP, body -> {});
        }
    }

    private void learning(boolean on) {
        flush();
        int up = set.change(LinkChange.Up.class).isPresent() ? LinkHeader.UP : 0;
        send(Rtm.NEWLINK, up, up, body -> {
            int info = body.nest(Ifla.LINKINFO);
            // Without the kind the kernel takes the data for nobody's, and says nothing.
            body.attribute(Ifla.INFO_SLAVE_KIND, "bridge");
            int data = body.nest(Ifla.INFO_SLAVE_DATA | Netlink.NLA_F_NESTED);
            body.attribute8(Ifla.BRPORT_LEARNING, on ? 1 : 0).unnest(data).unnest(info);
        });
    }

    private void altName(int type, String name) {
        flush();
        int create = type == Rtm.NEWLINKPROP ? Netlink.NLM_F_CREATE | Netlink.NLM_F_EXCL | Netlink.NLM_F_APPEND : 0;
        messages.add(Message.change(type, create, body -> {
            LinkHeader.write(body, set.link().index(), 0, 0);
            int list = body.nest(Ifla.PROP_LIST | Netlink.NLA_F_NESTED);
            body.attribute(Ifla.ALT_IFNAME, name).unnest(list);
        }));
    }

    private void send(Consumer<MessageWriter> attributes) {
        send(Rtm.SETLINK, 0, 0, attributes);
    }

    private void send(int type, int flags, int mask, Consumer<MessageWriter> attributes) {
        messages.add(Message.change(type, 0, body -> {
            LinkHeader.write(body, set.link().index(), flags, mask);
            attributes.accept(body);
        }));
    }

    private void flush() {
        if (!pending.isEmpty()) {
            List<Consumer<MessageWriter>> together = List.copyOf(pending);
            send(body -> together.forEach(attribute -> attribute.accept(body)));
            pending.clear();
        }
    }

    private static Consumer<MessageWriter> family(int family, Consumer<MessageWriter> attributes) {
        return body -> {
            int spec = body.nest(Ifla.AF_SPEC);
            int one = body.nest(family);
            attributes.accept(body);
            body.unnest(one).unnest(spec);
        };
    }

    private static void arpIgnore(MessageWriter body, int value) {
        int conf = body.nest(Ifla.INET_CONF);
        body.attribute32(Ifla.ARP_IGNORE, value).unnest(conf);
    }
}
