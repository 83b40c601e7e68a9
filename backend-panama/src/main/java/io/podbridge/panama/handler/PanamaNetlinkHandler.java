package io.podbridge.panama.handler;

import io.podbridge.netlink.Errno;
import io.podbridge.netlink.Feature;
import io.podbridge.netlink.HandlerOptions;
import io.podbridge.netlink.NetlinkException;
import io.podbridge.netlink.NetlinkHandler;
import io.podbridge.netlink.NetworkNamespace;
import io.podbridge.netlink.RequestOutcome;
import io.podbridge.netlink.model.InterfaceAddress;
import io.podbridge.netlink.model.IpFamily;
import io.podbridge.netlink.model.Link;
import io.podbridge.netlink.model.LinkName;
import io.podbridge.netlink.model.Neighbour;
import io.podbridge.netlink.model.NextHopObject;
import io.podbridge.netlink.model.Route;
import io.podbridge.netlink.model.Sysctl;
import io.podbridge.netlink.request.NetlinkRequest;
import io.podbridge.panama.rtnetlink.AddressDecoder;
import io.podbridge.panama.rtnetlink.LinkDecoder;
import io.podbridge.panama.rtnetlink.Message;
import io.podbridge.panama.rtnetlink.NeighbourDecoder;
import io.podbridge.panama.rtnetlink.NextHopObjectDecoder;
import io.podbridge.panama.rtnetlink.Queries;
import io.podbridge.panama.rtnetlink.RouteDecoder;
import io.podbridge.panama.socket.Conversation;
import io.podbridge.panama.socket.ConversationException;
import io.podbridge.panama.wire.Payload;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Function;
import java.util.stream.Stream;

/** The handler: reads are questions to rtnetlink, writes go to {@link Requests}. */
final class PanamaNetlinkHandler implements NetlinkHandler {
    private final HandlerOptions options;
    private final NamespaceThread thread;
    private final Conversation conversation;
    private final Sysctls sysctls;
    private final Requests requests;
    private final Features features;

    PanamaNetlinkHandler(HandlerOptions options, NamespaceThread thread, Conversation conversation) {
        this.options = options;
        this.thread = thread;
        this.conversation = conversation;
        LinkLookup links = new LinkLookup(conversation);
        this.sysctls = new Sysctls(thread, links);
        this.requests = new Requests(options.namespace(), conversation, new Taps(thread, conversation, links), sysctls,
                new Offloads(conversation, links), links);
        this.features = new Features(conversation, sysctls);
    }

    @Override
    public NetworkNamespace namespace() {
        return options.namespace();
    }

    @Override
    public OptionalLong namespaceCookie() {
        return conversation.namespaceCookie().map(OptionalLong::of).orElse(OptionalLong.empty());
    }

    @Override
    public boolean supports(Feature feature) {
        conversation.requireOpen();
        return features.has(feature);
    }

    @Override
    public List<Link> linkList() {
        return list("links", Queries.links(), payload -> Optional.of(LinkDecoder.decode(payload)));
    }

    @Override
    public Optional<Link> linkByName(String name) {
        conversation.requireOpen();
        // The kernel would say ERANGE to a longer one.
        return name.getBytes(StandardCharsets.UTF_8).length > LinkName.MAX_ALT_BYTES
                ? Optional.empty()
                : link("\"" + name + "\"", Queries.link(name));
    }

    @Override
    public Optional<Link> linkByIndex(int index) {
        return link("#" + index, Queries.link(index));
    }

    @Override
    public List<InterfaceAddress> addrList() {
        return list("addresses", Queries.addresses(), AddressDecoder::decode);
    }

    @Override
    public List<Route> routeList() {
        return Stream.of(IpFamily.values())
                .flatMap(family -> list("routes", Queries.routes(family), RouteDecoder::decode).stream())
                .toList();
    }

    @Override
    public List<Neighbour> neighList() {
        return Stream.of(Queries.neighbours(false), Queries.neighbours(true))
                .flatMap(question -> list("neighbours", question, NeighbourDecoder::decode).stream())
                .sorted(Comparator.comparing(neighbour -> neighbour.address().family())).toList();
    }

    @Override
    public List<NextHopObject> nextHopList() {
        try {
            return List.copyOf(conversation.dump(Queries.nextHopObjects(), NextHopObjectDecoder::decode));
        } catch (ConversationException e) {
            if (new Errno(e.errno()).is("EOPNOTSUPP")) {
                return List.of();
            }
            throw failed("list next-hop objects of", e);
        }
    }

    @Override
    public List<String> unsaid(NetlinkRequest request) {
        conversation.requireOpen();
        return List.of();
    }

    @Override
    public Optional<String> sysctl(Sysctl key) {
        return sysctls.read(key);
    }

    @Override
    public List<RequestOutcome> execute(List<NetlinkRequest> wanted) {
        conversation.requireOpen();
        List<RequestOutcome> outcomes = new ArrayList<>(wanted.size());
        boolean failed = false;
        for (NetlinkRequest request : wanted) {
            RequestOutcome outcome = failed ? RequestOutcome.notSent(request) : answered(request);
            failed |= !outcome.isDone();
            outcomes.add(outcome);
        }
        return List.copyOf(outcomes);
    }

    private RequestOutcome answered(NetlinkRequest request) {
        long begun = System.nanoTime();
        RequestOutcome outcome = requests.carryOut(request);
        options.listener().answered(outcome, Duration.ofNanos(System.nanoTime() - begun));
        return outcome;
    }

    private Optional<Link> link(String which, Message question) {
        try {
            return Optional.of(conversation.one(question, LinkDecoder::decode));
        } catch (ConversationException e) {
            if (new Errno(e.errno()).is("ENODEV")) {
                return Optional.empty();
            }
            throw failed("read link " + which + " of", e);
        }
    }

    private <T> List<T> list(String what, Message question, Function<Payload, Optional<T>> decode) {
        try {
            return List.copyOf(conversation.dump(question, decode));
        } catch (ConversationException e) {
            throw failed("list " + what + " of", e);
        }
    }

    private NetlinkException failed(String operation, ConversationException e) {
        return Failures.of(operation, options.namespace().toString(), e);
    }

    @Override
    public void close() {
        conversation.close();
        thread.close();
    }
}
