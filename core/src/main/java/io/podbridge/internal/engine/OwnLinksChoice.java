package io.podbridge.internal.engine;

import io.podbridge.binding.BridgeBinding;
import io.podbridge.binding.OwnLinks;
import io.podbridge.binding.PodInterface;
import io.podbridge.internal.pod.FakeAddresses;
import io.podbridge.internal.pod.Observed;
import io.podbridge.netlink.Feature;
import io.podbridge.netlink.NetlinkHandler;
import io.podbridge.netlink.model.IpPrefix;
import io.podbridge.netlink.model.LinkId;
import io.podbridge.netlink.model.LinkKind;
import io.podbridge.netlink.model.MacAddress;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.Optional;
import java.util.Set;
import java.util.random.RandomGenerator;

/** Chooses indices, names and the bridge's MAC address before anything is made, so that the journal knows them first. */
final class OwnLinksChoice {
    /** Far above what the kernel gives by itself, which counts from 1 in each namespace. */
    private static final int LOWEST_INDEX = 1 << 24;

    private final Observed observed;
    private final RandomGenerator random;
    private final Set<Integer> taken = new HashSet<>();

    /** {@return whether a link has an index of ours, and not one that the kernel counted up to} */
    static boolean isChosen(LinkId link) {
        return link.index() >= LOWEST_INDEX;
    }

    OwnLinksChoice(Observed observed, RandomGenerator random) {
        this.observed = observed;
        this.random = random;
        observed.links().forEach(link -> taken.add(link.index()));
    }

    OwnLinks choose(BridgeBinding binding, PodInterface pod, NetlinkHandler handler) {
        LinkKind placeholder = binding.placeholder().linkKind()
                .orElseGet(() -> handler.supports(Feature.DUMMY) ? LinkKind.DUMMY : LinkKind.BRIDGE);
        Optional<IpPrefix> fakeAddress = pod.hasAddress() ? FakeAddresses.free(binding, observed) : Optional.empty();
        return new OwnLinks(new LinkId(index(), binding.names().bridge()), MacAddress.random(random), fakeAddress,
                new LinkId(index(), binding.names().tap()), new LinkId(index(), pod.name()), placeholder, stem());
    }

    /** The one before it is not taken either: a link that has two ends needs it. */
    private int index() {
        int index;
        do {
            index = random.nextInt(LOWEST_INDEX, Integer.MAX_VALUE);
        } while (taken.contains(index) || taken.contains(index - 1));
        taken.add(index);
        taken.add(index - 1);
        return index;
    }

    private String stem() {
        String stem;
        do {
            stem = "pb" + HexFormat.of().toHexDigits(random.nextInt());
        } while (isTaken(stem));
        return stem;
    }

    private boolean isTaken(String stem) {
        return observed.links().stream().anyMatch(link -> link.name().startsWith(stem));
    }
}
