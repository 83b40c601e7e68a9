package io.podbridge.iproute2.handler;

import io.podbridge.iproute2.json.UnreadableOutputException;
import io.podbridge.iproute2.process.ToolException;
import io.podbridge.netlink.Feature;
import io.podbridge.netlink.HandlerOptions;
import io.podbridge.netlink.NetlinkException;
import io.podbridge.netlink.NetlinkHandler;
import io.podbridge.netlink.NetworkNamespace;
import io.podbridge.netlink.RequestOutcome;
import io.podbridge.netlink.model.InterfaceAddress;
import io.podbridge.netlink.model.Link;
import io.podbridge.netlink.model.Neighbour;
import io.podbridge.netlink.model.NextHopObject;
import io.podbridge.netlink.model.Route;
import io.podbridge.netlink.model.Sysctl;
import io.podbridge.netlink.request.NetlinkRequest;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;

/** The handler: reads are what {@code ip ... show} prints, writes go to {@link Requests}. */
final class Iproute2NetlinkHandler implements NetlinkHandler {
    private final HandlerOptions options;
    private final Session session;
    private final Links links;
    private final Tables tables;
    private final Sysctls sysctls;
    private final Requests requests;
    private final Features features;

    Iproute2NetlinkHandler(HandlerOptions options, Session session, Map<Feature, Boolean> inGeneral) {
        this.options = options;
        this.session = session;
        LinkWord word = new LinkWord();
        Readings readings = new Readings();
        this.links = new Links(readings, new LinkSettings());
        this.tables = new Tables(readings);
        this.sysctls = new Sysctls(options.namespace());
        this.requests = new Requests(options.namespace(), session, new Translation(word), sysctls);
        this.features = new Features(sysctls, word, inGeneral);
    }

    @Override
    public NetworkNamespace namespace() {
        return options.namespace();
    }

    @Override
    public OptionalLong namespaceCookie() {
        session.requireOpen();
        return OptionalLong.empty();
    }

    @Override
    public boolean supports(Feature feature) {
        return read("find out about " + feature + " in", call -> features.has(call, feature));
    }

    @Override
    public List<Link> linkList() {
        return read("list links of", links::list);
    }

    @Override
    public Optional<Link> linkByName(String name) {
        return read("read link \"" + name + "\" of", call -> links.list(call, Links.named(name))).stream().findFirst();
    }

    @Override
    public Optional<Link> linkByIndex(int index) {
        return read("read link #" + index + " of", call -> links.list(call, link -> link.index() == index)).stream().findFirst();
    }

    @Override
    public List<InterfaceAddress> addrList() {
        return read("list addresses of", tables::addresses);
    }

    @Override
    public List<Route> routeList() {
        return read("list routes of", tables::routes);
    }

    @Override
    public List<Neighbour> neighList() {
        return read("list neighbours of", tables::neighbours);
    }

    @Override
    public List<NextHopObject> nextHopList() {
        return read("list next-hop objects of", tables::nextHopObjects);
    }

    @Override
    public List<String> unsaid(NetlinkRequest request) {
        session.requireOpen();
        return request.unsaid();
    }

    @Override
    public Optional<String> sysctl(Sysctl key) {
        return read("read the sysctl " + key + " of", call -> sysctls.read(call, key));
    }

    private <T> T read(String operation, Session.Task<T> reading) {
        try {
            return session.call(reading);
        } catch (ToolException e) {
            throw Failures.of(operation, options.namespace().toString(), e);
        } catch (UnreadableOutputException e) {
            throw NetlinkException.failed(operation, options.namespace().toString())
                    .advice(Objects.requireNonNull(e.getMessage())).build(e);
        }
    }

    @Override
    public List<RequestOutcome> execute(List<NetlinkRequest> wanted) {
        session.requireOpen();
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

    @Override
    public void close() {
        session.close();
    }
}
