package io.podbridge.internal.pod;

import io.podbridge.binding.BridgeBinding;
import io.podbridge.netlink.model.IpAddress;
import io.podbridge.netlink.model.IpPrefix;
import java.util.Optional;
import java.util.stream.IntStream;

/** The addresses {@code 169.254.75.1<n>} that bridges have of their own, for a DHCP server to listen on. */
public final class FakeAddresses {
    private static final int COUNT = 100;

    private FakeAddresses() {}

    /**
     * The one that a binding takes: the chosen one, or the lowest that is free.
     *
     * @param binding what was asked for
     * @param observed the namespace
     * @return the address; absent if the chosen one, or every one, is taken
     */
    public static Optional<IpPrefix> free(BridgeBinding binding, Observed observed) {
        IntStream candidates = binding.fakeAddressIndex().isPresent()
                ? IntStream.of(binding.fakeAddressIndex().getAsInt())
                : IntStream.range(0, COUNT);
        return candidates.mapToObj(BridgeBinding::fakeAddress).filter(prefix -> isFree(prefix.address(), observed)).findFirst();
    }

    private static boolean isFree(IpAddress address, Observed observed) {
        return observed.addresses().stream().noneMatch(taken -> taken.address().equals(address));
    }
}
