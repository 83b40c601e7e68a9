package io.podbridge.tests.cni;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import io.podbridge.testkit.netns.TestNamespace;
import io.podbridge.tests.guest.Installed;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** A pod whose NIC a CNI plugin makes, on a node that is a namespace too. Closing deletes both. */
final class CniPod implements AutoCloseable {
    private static final Path PLUGINS = Path.of("/usr/lib/cni");
    private static final String IPAM = """
            {'type': 'host-local', 'dataDir': 'LEASES', 'routes': [{'dst': '0.0.0.0/0'}, {'dst': '::/0'}],
             'ranges': [[{'subnet': '10.66.0.0/24'}], [{'subnet': 'fd00:66::/64'}]]}""";

    private final CniPlugin plugin;
    private final Path leases;
    private final TestNamespace node = TestNamespace.create("node");
    private final TestNamespace pod = TestNamespace.create("pod");
    private final JsonObject configuration;

    /** Makes a pod and its node, or skips the test where the plugins are not installed. */
    static CniPod make(CniPlugin plugin, Path directory) {
        Installed.assume(PLUGINS.resolve(plugin.type()).toString());
        return new CniPod(plugin, directory);
    }

    private CniPod(CniPlugin plugin, Path directory) {
        this.plugin = plugin;
        this.leases = directory.resolve("leases");
        this.configuration = plugin.configuration();
        configuration.addProperty("cniVersion", "1.0.0");
        configuration.addProperty("name", "net");
        configuration.addProperty("type", plugin.type());
        configuration.add("ipam", JsonParser.parseString(IPAM.replace("LEASES", leases.toString())));
        for (TestNamespace namespace : List.of(node, pod)) {
            namespace.exec("sh", "-c", "echo 0 > /proc/sys/net/ipv6/conf/default/dad_transmits");
            namespace.ip("link", "set", "lo", "up");
        }
        plugin.furnish(node);
    }

    CniPlugin plugin() {
        return plugin;
    }

    TestNamespace node() {
        return node;
    }

    TestNamespace pod() {
        return pod;
    }

    /** Has the NIC made. {@return the IPv4 address that it got, and the IPv6 one} */
    List<String> add() throws IOException {
        JsonObject result = call("ADD", configuration).result();
        configuration.add("prevResult", result);
        plugin.address(node);
        return Stream.of(0, 1).map(at -> result.getAsJsonArray("ips").get(at).getAsJsonObject().get("address").getAsString())
                .map(address -> address.substring(0, address.indexOf('/'))).toList();
    }

    CniAnswer check() throws IOException {
        return call("CHECK", configuration);
    }

    CniAnswer del() throws IOException {
        return call("DEL", configuration);
    }

    /** Has a plugin called that comes after in the chain. */
    CniAnswer call(String command, JsonObject chained) throws IOException {
        ProcessBuilder builder = new ProcessBuilder("ip", "netns", "exec", node.name(),
                PLUGINS.resolve(chained.get("type").getAsString()).toString());
        builder.environment().put("CNI_COMMAND", command);
        builder.environment().put("CNI_CONTAINERID", pod.name());
        builder.environment().put("CNI_NETNS", "/run/netns/" + pod.name());
        builder.environment().put("CNI_IFNAME", "eth0");
        builder.environment().put("CNI_PATH", PLUGINS.toString());
        Process process = builder.start();
        try (var input = process.outputWriter(StandardCharsets.UTF_8)) {
            input.write(chained.toString());
        }
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return new CniAnswer(process.onExit().join().exitValue(), output);
    }

    /** {@return what ADD found, for a plugin that comes after} */
    JsonObject result() {
        return configuration.getAsJsonObject("prevResult");
    }

    /** {@return the addresses that are taken} */
    List<String> leased() throws IOException {
        try (Stream<Path> files = Files.list(leases.resolve("net"))) {
            return files.map(file -> file.getFileName().toString()).filter(name -> name.matches("[0-9a-f]+[.:].*")).sorted()
                    .toList();
        }
    }

    /** {@return the names of the links of both sides, and the node's IPv4 routes: what a plugin that has come and gone leaves} */
    List<String> traces() {
        return Stream.of(node.ip("-br", "link", "show"), pod.ip("-br", "link", "show"), node.ip("-4", "route", "show"))
                .flatMap(String::lines).map(line -> line.replaceFirst("[ @].*", "")).toList();
    }

    @Override
    public void close() {
        try (node; pod) {
            // Both, the pod first, even if that fails.
        }
    }
}
