package io.podbridge.testkit.contract;

import io.podbridge.netlink.FailureKind;
import io.podbridge.netlink.Feature;
import io.podbridge.netlink.NetlinkException;
import io.podbridge.netlink.NetlinkHandler;
import io.podbridge.netlink.NetworkNamespace;
import io.podbridge.netlink.model.Sysctl;
import io.podbridge.netlink.request.LinkAdd;
import io.podbridge.testkit.netns.Eventually;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.function.Supplier;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

abstract class LifeCycleContract extends HandlerContract {
    private static final int FAR_MORE_THAN_IT_TAKES = 1000;

    LifeCycleContract(Supplier<ContractNamespace> namespaces) {
        super(namespaces);
    }

    @Test
    void aClosedHandlerRefusesEveryCall() {
        NetlinkHandler closed = namespace().open();
        closed.close();

        LinkAdd bridge = LinkAdd.bridge("br0").build();
        Map<String, ThrowingCallable> calls = Map.ofEntries(Map.entry("linkList", closed::linkList),
                Map.entry("linkByName", () -> closed.linkByName("lo")), Map.entry("linkByIndex", () -> closed.linkByIndex(1)),
                Map.entry("addrList", closed::addrList), Map.entry("routeList", closed::routeList),
                Map.entry("neighList", closed::neighList), Map.entry("nextHopList", closed::nextHopList),
                Map.entry("unsaid", () -> closed.unsaid(bridge)),
                Map.entry("sysctl", () -> closed.sysctl(Sysctl.of("net", "ipv4", "ip_forward"))),
                Map.entry("namespaceCookie", closed::namespaceCookie),
                Map.entry("execute nothing", () -> closed.execute(List.of())),
                Map.entry("linkAdd", () -> closed.linkAdd(bridge)));
        assertThat(calls).allSatisfy((name, call) -> assertThatThrownBy(call).as(name).isInstanceOf(IllegalStateException.class));
        assertThat(handler().linkByName("br0")).isEmpty();
    }

    @Test
    void closingTwiceIsHarmlessAndLeavesOtherHandlersAlone() {
        NetlinkHandler closed = namespace().open();
        closed.close();
        closed.close();

        assertThat(handler().linkByName("lo")).isPresent();
    }

    @Test
    void handlersOfOneNamespaceSeeEachOthersChanges() {
        try (NetlinkHandler second = namespace().open()) {
            second.linkAdd(LinkAdd.bridge("br0").build());

            assertThat(handler().linkByName("br0")).isEqualTo(second.linkByName("br0")).isPresent();
            assertThat(second.namespace()).isEqualTo(handler().namespace());
            assertThat(second.namespaceCookie()).isEqualTo(handler().namespaceCookie());
        }
    }

    @Test
    void handlersOfTwoNamespacesKnowNothingOfEachOther() {
        try (ContractNamespace elsewhere = newNamespace(); NetlinkHandler other = elsewhere.open()) {
            other.linkAdd(LinkAdd.bridge("br0").build());

            assertThat(handler().linkByName("br0")).isEmpty();
            assertThat(other.namespace()).isNotEqualTo(handler().namespace());
            handler().namespaceCookie()
                    .ifPresent(cookie -> assertThat(other.namespaceCookie().orElse(cookie)).isNotEqualTo(cookie));
        }
    }

    @Test
    void aNamespaceWhoseHandlersAreClosedGoesWhenItIsDeletedAndTheOtherEndOfItsVethWithIt() {
        ContractNamespace pod = newNamespace();
        try (ContractNamespace node = pod.join("eth0", "veth0"); NetlinkHandler observer = node.open()) {
            try (NetlinkHandler visitor = pod.open()) {
                assertThat(visitor.linkByName("eth0")).isPresent();
                assertThat(observer.linkByName("veth0")).isPresent();
            }

            pod.close();

            Eventually.holds("the veth's other end is gone", () -> observer.linkByName("veth0").isEmpty());
        } finally {
            pod.close();
        }
    }

    @Test
    void theEndsOfAVethInTwoNamespacesKnowEachOthersIndex() {
        try (ContractNamespace node = namespace().join("eth0", "veth0"); NetlinkHandler other = node.open()) {
            assertThat(link(id("eth0")).peerIndex()).hasValue(other.linkByName("veth0").orElseThrow().index());
            assertThat(link(id("eth0")).peerNamespaceId()).isPresent();
        }
    }

    @Test
    void aNamespaceThatIsGoneIsNotFound() {
        ContractNamespace gone = newNamespace();
        gone.close();

        NetlinkException failure = catchThrowableOfType(NetlinkException.class, () -> gone.open().close());

        assertThat(failure).isNotNull();
        assertThat(failure.kind()).isEqualTo(FailureKind.NOT_FOUND);
    }

    @Test
    void aClosedHandlerDoesNotSayWhatItCould() {
        NetlinkHandler closed = namespace().open();
        assertThat(closed.supports(Feature.NET_ADMIN)).isTrue();
        closed.close();

        for (Feature feature : Feature.values()) {
            assertThatThrownBy(() -> closed.supports(feature)).as("%s", feature).isInstanceOf(IllegalStateException.class);
        }
    }

    @Test
    void aNamespaceThatIsDeletedLivesAsLongAsAHandlerIsOpen() {
        ContractNamespace pod = newNamespace();
        try (ContractNamespace node = pod.join("eth0", "veth0"); NetlinkHandler observer = node.open()) {
            try (NetlinkHandler visitor = pod.open()) {
                pod.close();

                visitor.linkAdd(LinkAdd.bridge("br0").build());
                assertThat(visitor.linkByName("br0")).isPresent();
                assertThat(observer.linkByName("veth0")).isPresent();
            }

            Eventually.holds("the veth's other end is gone", () -> observer.linkByName("veth0").isEmpty());
        } finally {
            pod.close();
        }
    }

    @Test
    void aCookieIsTheSameEachTimeItIsAskedFor() {
        assertThat(handler().namespaceCookie()).isEqualTo(handler().namespaceCookie());
    }

    /** Where others make namespaces too, the inode of one that is gone may go to them. */
    @Test
    void theInodeOfANamespaceThatIsGoneIsUsedAgainAndItsCookieIsNot() {
        Map<NetworkNamespace.Inode, OptionalLong> cookies = new HashMap<>();
        boolean usedAgain = false;
        for (int turn = 0; !usedAgain && turn < FAR_MORE_THAN_IT_TAKES; turn++) {
            try (ContractNamespace next = newNamespace(); NetlinkHandler handler = next.open()) {
                OptionalLong cookie = handler.namespaceCookie();
                assertThat(cookies.values()).filteredOn(OptionalLong::isPresent).doesNotContain(cookie);
                usedAgain = cookies.put(handler.namespace().inode(), cookie) != null;
            }
        }
        assertThat(usedAgain).isTrue();
    }
}
