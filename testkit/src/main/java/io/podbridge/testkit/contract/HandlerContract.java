package io.podbridge.testkit.contract;

import io.podbridge.netlink.FailureKind;
import io.podbridge.netlink.NetlinkException;
import io.podbridge.netlink.NetlinkHandler;
import io.podbridge.netlink.model.InterfaceAddress;
import io.podbridge.netlink.model.Link;
import io.podbridge.netlink.model.LinkId;
import io.podbridge.netlink.request.LinkAdd;
import io.podbridge.netlink.request.LinkChange;
import io.podbridge.netlink.request.LinkSet;
import io.podbridge.netlink.request.NetlinkRequest;
import io.podbridge.netlink.request.VethPeer;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

/** What the contracts of all nouns have in common: a namespace and a handler for each test, and short words for what they do often. */
abstract class HandlerContract {
    /** An index that a kernel does not give by itself. */
    static final int CHOSEN_INDEX = 1 << 24;

    private final Supplier<ContractNamespace> namespaces;
    private Optional<ContractNamespace> namespace = Optional.empty();
    private Optional<NetlinkHandler> handler = Optional.empty();
    private Set<Integer> first = Set.of();

    HandlerContract(Supplier<ContractNamespace> namespaces) {
        this.namespaces = namespaces;
    }

    @BeforeEach
    final void makeNamespace() {
        namespace = Optional.of(namespaces.get());
        handler = Optional.of(namespace().open());
        first = handler().linkList().stream().map(Link::index).collect(Collectors.toSet());
    }

    @AfterEach
    final void deleteNamespace() {
        handler.ifPresent(NetlinkHandler::close);
        namespace.ifPresent(ContractNamespace::close);
    }

    final ContractNamespace newNamespace() {
        return namespaces.get();
    }

    final ContractNamespace namespace() {
        return namespace.orElseThrow();
    }

    final NetlinkHandler handler() {
        return handler.orElseThrow();
    }

    final LinkId add(LinkAdd.Builder link) {
        LinkAdd add = link.build();
        handler().linkAdd(add);
        return id(add.name());
    }

    final LinkId addBridge(String name) {
        return add(LinkAdd.bridge(name));
    }

    /** A veth pair that is up at both ends, so that it has a carrier: its first end. */
    final LinkId addCable(String name, String peer) {
        LinkId link = add(LinkAdd.veth(name, new VethPeer(peer, OptionalInt.empty(), Optional.empty())));
        set(id(peer), new LinkChange.Up());
        set(link, new LinkChange.Up());
        return link;
    }

    final void set(LinkId link, LinkChange... changes) {
        handler().execute(LinkSet.of(link, changes));
    }

    final LinkId id(String name) {
        return handler().linkByName(name).orElseThrow(() -> new AssertionError("there is no link \"" + name + "\"")).id();
    }

    final Link link(LinkId id) {
        return handler().linkByIndex(id.index()).orElseThrow(() -> new AssertionError("there is no link " + id + " any more"));
    }

    final List<InterfaceAddress> addresses(LinkId link) {
        return handler().addrList().stream().filter(address -> address.linkIndex() == link.index()).toList();
    }

    final NetlinkException refused(FailureKind kind, NetlinkRequest request) {
        NetlinkException failure = catchThrowableOfType(NetlinkException.class, () -> handler().execute(request));
        assertThat(failure).as("the failure of: %s %s", request.operation(), request.target()).isNotNull();
        assertThat(failure.kind()).as(failure.getMessage()).isEqualTo(kind);
        return failure;
    }

    final NetlinkException refused(FailureKind kind, LinkId link, LinkChange... changes) {
        return refused(kind, LinkSet.of(link, changes));
    }

    /** The names of the links that were not there when the test began: some kernels put tunnels into every namespace. */
    final List<String> made() {
        return handler().linkList().stream().filter(link -> !first.contains(link.index())).map(Link::name).toList();
    }

    /** A link that is not there. */
    final LinkId gone() {
        return new LinkId(CHOSEN_INDEX + 4711, "gone0");
    }
}
