package io.podbridge.tests.pods;

import io.podbridge.netlink.Feature;
import io.podbridge.netlink.NetlinkHandler;
import io.podbridge.panama.PanamaNetlinkHandlerProvider;
import io.podbridge.testkit.contract.ContractNamespace;
import io.podbridge.testkit.contract.KernelNamespace;
import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;

/** The real kernel of this machine, of which one in memory is to be the like. */
public final class ThisKernel {

    private ThisKernel() {}

    /** {@return what it cannot do} */
    public static Set<Feature> lacking() {
        return Lacking.FEATURES;
    }

    /** Asked once, and only where there is a test that wants to know. */
    private static final class Lacking {
        static final Set<Feature> FEATURES = ask();

        private static Set<Feature> ask() {
            try (ContractNamespace probe = KernelNamespace.create(new PanamaNetlinkHandlerProvider());
                    NetlinkHandler handler = probe.open()) {
                return Arrays.stream(Feature.values()).filter(feature -> !handler.supports(feature))
                        .collect(Collectors.toUnmodifiableSet());
            }
        }
    }
}
