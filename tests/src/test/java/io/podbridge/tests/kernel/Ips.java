package io.podbridge.tests.kernel;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import io.podbridge.testkit.TestPod;
import java.util.List;
import java.util.stream.StreamSupport;

/** What {@code ip -d -j} tells of a pod's links: a witness that is not podbridge's own. */
final class Ips {

    private Ips() {}

    static JsonObject link(TestPod pod, String name) {
        return array(pod.ip("-d", "-j", "addr", "show", "dev", name)).get(0).getAsJsonObject();
    }

    static List<String> linkNames(TestPod pod) {
        return objects(array(pod.ip("-j", "link", "show"))).stream().map(link -> link.get("ifname").getAsString()).sorted()
                .toList();
    }

    /** {@return the addresses of a link, such as {@code 10.244.1.7/24}, in the order in which ip(8) shows them} */
    static List<String> addresses(JsonObject link) {
        return objects(link.getAsJsonArray("addr_info")).stream()
                .map(address -> address.get("local").getAsString() + "/" + address.get("prefixlen").getAsInt()).toList();
    }

    static List<String> flags(JsonObject link) {
        return StreamSupport.stream(link.getAsJsonArray("flags").spliterator(), false).map(JsonElement::getAsString).toList();
    }

    /** {@return how many packets the pod's own stack has sent on a link} */
    static long sent(TestPod pod, String name) {
        JsonObject link = array(pod.ip("-s", "-j", "link", "show", "dev", name)).get(0).getAsJsonObject();
        return link.getAsJsonObject("stats64").getAsJsonObject("tx").get("packets").getAsLong();
    }

    static String text(JsonObject link, String key) {
        return link.has(key) ? link.get(key).getAsString() : "absent";
    }

    static JsonObject kindData(JsonObject link) {
        return link.getAsJsonObject("linkinfo").getAsJsonObject("info_data");
    }

    static JsonObject portData(JsonObject link) {
        return link.getAsJsonObject("linkinfo").getAsJsonObject("info_slave_data");
    }

    private static List<JsonObject> objects(JsonArray array) {
        return StreamSupport.stream(array.spliterator(), false).map(JsonElement::getAsJsonObject)
                .filter(object -> object.size() > 0)
                .toList();
    }

    private static JsonArray array(String json) {
        return JsonParser.parseString(json).getAsJsonArray();
    }
}
