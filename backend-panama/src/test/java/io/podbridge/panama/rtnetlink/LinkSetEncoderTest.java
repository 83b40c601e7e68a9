package io.podbridge.panama.rtnetlink;

import io.podbridge.netlink.model.AddrGenMode;
import io.podbridge.netlink.model.LinkId;
import io.podbridge.netlink.model.MacAddress;
import io.podbridge.netlink.request.LinkChange;
import io.podbridge.netlink.request.LinkSet;
import io.podbridge.panama.wire.MessageReader;
import io.podbridge.panama.wire.Messages;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class LinkSetEncoderTest {
    private static final String HEADER = "link header 0000000007000000";
    private static final String NOTHING = "0000000000000000";
    private static final String DOWN = "0000000001000000";
    private static final String UP = "0100000001000000";
    private static final LinkChange MAC = new LinkChange.Mac(MacAddress.parse("02:00:00:00:00:11"));

    @Test
    void sendsWhatTheKernelCanDoInOneRequestAsOne() {
        assertThat(encode(new LinkChange.Master(new LinkId(9, "br0")), MAC, new LinkChange.Name("eth0-nic"))).containsExactly(
                List.of("type 19", "flags 5", HEADER + NOTHING, "link 1 020000000011", "link 3 657468302d6e696300",
                        "link 10 09000000"));
    }

    @Test
    void takesALinkDownBeforeAllElseAndUpAfterIt() {
        assertThat(encode(MAC, new LinkChange.Down())).containsExactly(List.of("type 19", "flags 5", HEADER + DOWN),
                List.of("type 19", "flags 5", HEADER + NOTHING, "link 1 020000000011"));
        assertThat(encode(new LinkChange.Up(), new LinkChange.NoMaster())).containsExactly(
                List.of("type 19", "flags 5", HEADER + NOTHING, "link 10 00000000"),
                List.of("type 19", "flags 5", HEADER + UP));
    }

    @Test
    void setsWhatBelongsToAFamilyBeforeTheLinkGoesUp() {
        assertThat(encode(new LinkChange.Up(), new LinkChange.ArpIgnore(1), new LinkChange.AddrGen(AddrGenMode.NONE)))
                .containsExactly(List.of("type 19", "flags 5", HEADER + NOTHING, "link 26/10/8 01"),
                        List.of("type 19", "flags 5", HEADER + NOTHING, "link 26/2/1 08001300" + "01000000"),
                        List.of("type 19", "flags 5", HEADER + UP));
    }

    @Test
    void sendsUpAndLearningOfAPortInOneRequestOnceItIsAPort() {
        assertThat(encode(new LinkChange.Up(), new LinkChange.Learning(false), new LinkChange.Master(new LinkId(9, "br0"))))
                .containsExactly(List.of("type 19", "flags 5", HEADER + NOTHING, "link 10 09000000"),
                        List.of("type 16", "flags 5", HEADER + UP, "link 18/4 62726964676500", "link 18/5/8 00"));
    }

    @Test
    void sendsNamesOneByOne() {
        assertThat(encode(new LinkChange.AddAltName("a"), new LinkChange.DeleteAltName("b"), new LinkChange.Mtu(1400)))
                .containsExactly(List.of("type 19", "flags 5", HEADER + NOTHING, "link 4 78050000"),
                        List.of("type 108", "flags e05", HEADER + NOTHING, "link 52/53 6100"),
                        List.of("type 109", "flags 5", HEADER + NOTHING, "link 52/53 6200"));
    }

    @Test
    void takesAnAliasOffWithAnEmptyOne() {
        assertThat(encode(new LinkChange.Alias(""))).containsExactly(
                List.of("type 19", "flags 5", HEADER + NOTHING, "link 20 "));
    }

    private static List<List<String>> encode(LinkChange... changes) {
        List<Message> messages = LinkSetEncoder.encode(LinkSet.of(new LinkId(7, "eth0"), changes)).orElseThrow();
        MessageReader reader = Messages.all(writer -> messages.forEach(message -> message.write(writer, 1)));
        List<List<String>> lines = new ArrayList<>();
        while (reader.next()) {
            lines.add(MessageLines.of(reader));
        }
        return lines;
    }
}
