package io.podbridge.tests.cli;

import io.podbridge.Bindings;
import io.podbridge.binding.BridgeBinding;
import io.podbridge.cli.output.DotText;
import io.podbridge.cli.output.MermaidText;
import io.podbridge.netlink.HandlerOptions;
import io.podbridge.netlink.NetlinkHandler;
import io.podbridge.netlink.NetlinkHandlers;
import io.podbridge.netlink.model.InterfaceAddress;
import io.podbridge.netlink.model.IpPrefix;
import io.podbridge.netlink.model.Link;
import io.podbridge.netlink.model.LinkKind;
import io.podbridge.netlink.state.NamespaceState;
import io.podbridge.testkit.FakeKernel;
import io.podbridge.testkit.FakeLink;
import io.podbridge.testkit.FakePod;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/** The README's pictures are those of {@code podbridge show --format mermaid}. */
class PictureTest {
    @TempDir
    Path journals;

    private final FakeKernel kernel = FakeKernel.create();
    private final FakePod pod = FakePod.create(kernel);

    private NamespaceState state() {
        try (NetlinkHandler handler = kernel.open(HandlerOptions.of(pod.namespace()))) {
            return NamespaceState.read(handler);
        }
    }

    @Test
    void theReadmeShowsAPodBeforeAndAfter() throws IOException {
        new ReadmePicture("before").assertShows(MermaidText.lines(state()));

        Bindings.in(journals).withHandlers(NetlinkHandlers.of(kernel.provider()))
                .withClockAndRandom(Clock.fixed(Instant.EPOCH, ZoneOffset.UTC), new Random(7))
                .configurator(pod.namespace(), BridgeBinding.of("eth0").withTapOwner(107, 107)).preparePodNetworkInterface();
        new ReadmePicture("after").assertShows(MermaidText.lines(state()));
    }

    @Test
    void aLinkLiesOverThatOfAnotherNamespaceAndNotBelowIt() {
        kernel.addLink(pod.namespace(), FakeLink.ofKind(new LinkKind("macvlan"), "net1").withLower(pod.node(), "veth-pod"));
        assertThat(MermaidText.lines(state())).contains("  n2 -->|over| n4");
    }

    @Test
    void whateverALinkIsCalledIsATextAndNoWordOfThePicture() {
        String name = "a\"]-->b\\;<x>";
        NamespaceState state = new NamespaceState(List.of(Link.builder(7, name).master(3).build()),
                List.of(InterfaceAddress.builder(7, IpPrefix.parse("10.0.0.1/8")).build()), List.of(), List.of());

        assertThat(MermaidText.lines(state)).containsExactly("flowchart LR",
                "  n1[\"a#34;#93;--#62;b#92;#59;#60;x#62; (device, down)<br/>10.0.0.1/8\"]", "  n2([\"link 3\"])",
                "  n1 -->|port of| n2");
        assertThat(DotText.lines(state)).containsExactly("digraph namespace {", "  rankdir=LR;", "  node [shape=box];",
                "  n1 [label=\"a\\\"]-->b\\\\;<x> (device, down)\\n10.0.0.1/8\"];", "  n2 [label=\"link 3\", style=dashed];",
                "  n1 -> n2 [label=\"port of\"];", "}");
    }
}
