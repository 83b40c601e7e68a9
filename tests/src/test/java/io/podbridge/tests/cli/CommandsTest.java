package io.podbridge.tests.cli;

import com.google.gson.JsonObject;
import io.podbridge.testkit.NetnsExtension;
import io.podbridge.testkit.PodSnapshot;
import io.podbridge.testkit.TestPod;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

import static io.podbridge.testkit.assertions.PodbridgeAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

/** The words of the command line, on a real pod. */
@ExtendWith(NetnsExtension.class)
class CommandsTest {
    @TempDir
    Path journals;

    private TestPod pod;

    @BeforeEach
    void keep(TestPod made) {
        pod = made;
    }

    private Podbridge run(String verb, String... more) {
        String[] arguments = new String[more.length + 3];
        arguments[0] = verb;
        arguments[1] = "--netns";
        arguments[2] = pod.pod().name();
        System.arraycopy(more, 0, arguments, 3, more.length);
        return Podbridge.run(journals, arguments);
    }

    @Test
    void bindVerifyDhcpRelease() {
        PodSnapshot before = pod.snapshot();
        Podbridge bound = run("bind", "--json", "--tap-uid", "107", "--tap-gid", "107");
        assertThat(bound.err()).isEmpty();
        assertThat(bound.exit()).isZero();
        JsonObject json = bound.json();
        assertThat(json.get("phase").getAsString()).isEqualTo("PREPARED");
        assertThat(json.get("changed").getAsBoolean()).isTrue();
        assertThat(json.get("backend").getAsString()).isEqualTo("panama");
        assertThat(json.getAsJsonArray("steps")).isNotEmpty().allSatisfy(step -> {
            assertThat(step.getAsJsonObject().has("name")).isTrue();
            assertThat(step.getAsJsonObject().has("changed")).isTrue();
        });

        assertThat(run("verify").exit()).isZero();
        JsonObject dhcp = run("dhcp", "--json").json();
        assertThat(dhcp.get("address").getAsString()).isEqualTo("10.244.1.7/24");
        assertThat(dhcp.get("gateway").getAsString()).isEqualTo("10.244.1.1");
        assertThat(dhcp.get("mtu").getAsInt()).isEqualTo(1450);
        assertThat(dhcp.get("gateway6").getAsString()).isEqualTo("fd00:10:244:1::1");
        assertThat(dhcp.get("serverAddress").getAsString()).isEqualTo("169.254.75.10");
        assertThat(dhcp.getAsJsonObject("domainInterface").get("target").getAsString()).isEqualTo("tap0");

        assertThat(run("release").exit()).isZero();
        assertThat(pod).isUnchangedSince(before);
        assertThat(run("dhcp").exit()).isEqualTo(1);
    }

    @Test
    void dhcpTellsOfNamesThatAreGiven(@TempDir Path directory) throws IOException {
        String file = Files.writeString(directory.resolve("resolv.conf"), "nameserver 10.96.0.10\nsearch shop.local\n")
                .toString();
        run("bind");
        assertThat(run("dhcp", "--json").json().keySet()).doesNotContain("dnsServers", "searchDomains", "hostName", "warnings");
        JsonObject json = run("dhcp", "--json", "--resolv-conf", file, "--hostname", "web-0").json();
        assertThat(json.getAsJsonArray("dnsServers").toString()).isEqualTo("[\"10.96.0.10\"]");
        assertThat(json.getAsJsonArray("searchDomains").toString()).isEqualTo("[\"shop.local\"]");
        assertThat(json.get("hostName").getAsString()).isEqualTo("web-0");
        assertThat(json.get("leaseTime").getAsLong()).isEqualTo(0xffffffffL);
        Podbridge missing = run("dhcp", "--resolv-conf", file + "-missing");
        assertThat(missing.exit()).isEqualTo(1);
        assertThat(missing.err().strip()).isEqualTo(
                "podbridge: cannot read the name servers for the guest: " + file + "-missing (No such file or directory)");
    }

    @Test
    void dhcpIsPrintedForEachOfThoseWhoNeedIt() {
        run("bind", "--bridge", "br-vm");
        assertThat(run("dhcp", "--format", "json").json()).isEqualTo(run("dhcp", "--json").json());
        assertThat(run("dhcp", "--format", "dnsmasq").out()).contains("interface=br-vm\n",
                "dhcp-host=0a:58:0a:f4:01:07,10.244.1.7,infinite\n");
        assertThat(run("dhcp", "--format", "libvirt").out()).startsWith("<interface type='ethernet'>")
                .contains("<target dev='tap0' managed='no'/>");
        assertThat(run("dhcp", "--format", "cloud-init").out()).contains("version: 2\n", "  \"eth0\":\n",
                "addresses: [\"10.244.1.7/24\", \"fd00:10:244:1::7/64\"]\n", "gateway6: \"fd00:10:244:1::1\"\n");
    }

    @Test
    void aSecondBindWithTheSameOptionsChangesNothing() {
        run("bind", "--tap-uid", "107");
        Podbridge again = run("bind", "--tap-uid", "107", "--json");
        assertThat(again.exit()).isZero();
        assertThat(again.json().get("changed").getAsBoolean()).isFalse();
        assertThat(run("bind", "--tap-uid", "107").out()).contains("nothing");
    }

    @Test
    void driftIsExit3AndNamedAndBindMendsIt() {
        run("bind");
        pod.ip("link", "set", "tap0", "nomaster");
        Podbridge verified = run("verify");
        assertThat(verified.exit()).isEqualTo(3);
        assertThat(verified.out()).contains("tap0");
        JsonObject drift = run("verify", "--json").json().getAsJsonArray("drift").get(0).getAsJsonObject();
        assertThat(drift.get("what").getAsString()).isEqualTo("master of tap0");
        assertThat(drift.keySet()).contains("wanted", "found", "step");
        assertThat(run("bind").exit()).isZero();
        assertThat(run("verify").exit()).isZero();
    }

    @Test
    void planShowsCommandsAndTouchesNothing() {
        PodSnapshot before = pod.snapshot();
        Podbridge plan = run("plan");
        assertThat(plan.exit()).isZero();
        assertThat(plan.out()).contains("ip link add name k6t-eth0", "type bridge", "ip link set dev eth0 down",
                "bridge link set dev eth0-nic learning off");
        JsonObject json = run("plan", "--json").json();
        assertThat(json.get("phase").getAsString()).isEqualTo("PENDING");
        assertThat(json.getAsJsonArray("refusals")).isEmpty();
        assertThat(json.getAsJsonArray("steps").get(0).getAsJsonObject().keySet()).contains("name", "holds", "commands");
        assertThat(pod).isUnchangedSince(before);
        assertThat(journals).isEmptyDirectory();
    }

    @Test
    void allStepsOfABoundPodHoldInItsPlan() {
        run("bind");
        assertThat(run("plan", "--json").json().getAsJsonArray("steps"))
                .allSatisfy(step -> assertThat(step.getAsJsonObject().get("holds").getAsBoolean()).isTrue());
    }

    @Test
    void listAndForget() {
        assertThat(Podbridge.run(journals, "list", "--json").array()).isEmpty();
        run("bind");
        JsonObject live = Podbridge.run(journals, "list", "--json").array().get(0).getAsJsonObject();
        assertThat(live.get("state").getAsString()).isEqualTo("LIVE");
        assertThat(live.get("interface").getAsString()).isEqualTo("eth0");
        assertThat(live.get("phase").getAsString()).isEqualTo("PREPARED");
        assertThat(live.get("netns").getAsString()).contains(pod.pod().name());
        assertThat(Podbridge.run(journals, "forget", "--gone").exit()).isZero();
        assertThat(Podbridge.run(journals, "list", "--json").array()).hasSize(1);
        pod.pod().close();
        assertThat(Podbridge.run(journals, "list").out()).contains("GONE");
        assertThat(Podbridge.run(journals, "forget", "--gone").exit()).isZero();
        assertThat(Podbridge.run(journals, "list", "--json").array()).isEmpty();
    }

    @Test
    void showLooksLikeIpAddr() {
        run("bind");
        assertThat(run("show").out()).contains("eth0-nic", "k6t-eth0", "tap0", "10.244.1.7/24", "169.254.75.10/32", "mtu 1450");
        assertThat(run("show", "--json").json().keySet()).contains("links", "routes");
    }

    @Test
    void showDrawsPictures() {
        Podbridge mermaid = run("show", "--format", "mermaid");
        assertThat(mermaid.out()).startsWith("flowchart LR\n").contains("[\"eth0 (veth)<br/>", "10.244.1.7/24", " --- ");
        Podbridge dot = run("show", "--format", "dot");
        assertThat(dot.out()).startsWith("digraph namespace {\n").contains("[label=\"eth0 (veth)\\n").endsWith("}\n");
        assertThat(run("show", "--format", "json").json().has("links")).isTrue();
        assertThat(run("show", "--format", "dot", "--json").exit()).isEqualTo(2);
    }

    @Test
    void traceShowsEachRequestAsItGoes() {
        Podbridge traced = run("bind", "--trace");
        assertThat(traced.exit()).isZero();
        assertThat(traced.err()).contains("ip link add name k6t-eth0", "ip link set dev eth0 down");
    }

    @Test
    void traceShowsTheRequestThatFailedWithItsErrno() {
        pod.ip("addr", "add", "192.0.2.9/32", "dev", "lo");
        pod.ip("route", "add", "10.9.0.0/16", "via", "10.244.1.1", "dev", "eth0", "src", "192.0.2.9");
        run("bind");
        pod.ip("addr", "del", "192.0.2.9/32", "dev", "lo");

        Podbridge traced = run("release", "--trace");
        assertThat(traced.exit()).isOne();
        assertThat(traced.err().lines()).anySatisfy(line -> assertThat(line).contains(" ms  ip ", " -> done"))
                .anySatisfy(line -> assertThat(line).containsPattern(
                        "[0-9.]+ ms  ip route \\w+ 10\\.9\\.0\\.0/16 via 10\\.244\\.1\\.1 .*  -> cannot .*\\(EINVAL\\)"));
    }

    @Test
    void otherNamesAndNumbersAreTaken() {
        assertThat(run("bind", "--bridge", "br-vm", "--index", "42", "--tap-queues", "4", "--placeholder", "bridge", "--mac",
                "02:00:00:00:00:07").exit()).isZero();
        assertThat(pod.ip("-o", "addr", "show", "dev", "br-vm")).contains("169.254.75.142/32");
        assertThat(pod.ip("tuntap", "show")).contains("multi_queue");
        assertThat(run("dhcp", "--json").json().get("mac").getAsString()).isEqualTo("02:00:00:00:00:07");
        assertThat(run("verify").exit()).isZero();
        assertThat(run("release").exit()).isZero();
    }
}
