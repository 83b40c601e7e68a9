package io.podbridge.internal.preflight;

import io.podbridge.binding.BridgeBinding;
import io.podbridge.binding.Refusal;
import io.podbridge.binding.Refusal.Code;
import io.podbridge.internal.pod.FakeAddresses;
import io.podbridge.netlink.model.IpPrefix;
import java.util.List;

/** Whether the bridge can have an address of its own. */
final class FakeAddressCheck implements Check {
    private final Candidate candidate;

    FakeAddressCheck(Candidate candidate) {
        this.candidate = candidate;
    }

    @Override
    public List<Refusal> refusals() {
        BridgeBinding binding = candidate.binding();
        if (!candidate.pod().hasAddress() || FakeAddresses.free(binding, candidate.observed()).isPresent()) {
            return List.of();
        }
        String which = binding.fakeAddressIndex().isPresent()
                ? "the bridge's address " + address(binding) + " is"
                : "all 100 addresses 169.254.75.1<n> for bridges are";
        return List.of(new Refusal(Code.FAKE_ADDRESS_TAKEN, which + " taken in this namespace; choose another (--index)"));
    }

    private static IpPrefix address(BridgeBinding binding) {
        return BridgeBinding.fakeAddress(binding.fakeAddressIndex().orElse(0));
    }
}
