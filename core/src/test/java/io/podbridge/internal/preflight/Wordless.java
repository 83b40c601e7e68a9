package io.podbridge.internal.preflight;

import io.podbridge.netlink.NetlinkHandler;
import io.podbridge.netlink.request.NetlinkRequest;
import java.lang.reflect.Proxy;
import java.util.List;
import java.util.Map;

/** Backends that lack words, in namespaces without next-hop objects, and that are asked for nothing else. */
final class Wordless {

    private Wordless() {}

    /** {@return a backend that has no words for this in requests of that class} */
    static NetlinkHandler handler(Map<Class<? extends NetlinkRequest>, List<String>> unsaid) {
        return (NetlinkHandler) Proxy.newProxyInstance(Wordless.class.getClassLoader(), new Class<?>[] {NetlinkHandler.class},
                (proxy, method, arguments) -> switch (method.getName()) {
                    case "unsaid" -> unsaid.getOrDefault(arguments[0].getClass(), List.of());
                    case "nextHopList" -> List.of();
                    default -> throw new UnsupportedOperationException(method.toString());
                });
    }
}
