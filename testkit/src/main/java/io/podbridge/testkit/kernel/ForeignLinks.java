package io.podbridge.testkit.kernel;

import io.podbridge.netlink.model.LinkFlags;
import io.podbridge.netlink.model.LinkKind;
import java.util.Optional;
import java.util.Set;

/** Links that no request makes here: they are there, hang on others, and do nothing. */
public final class ForeignLinks {
    private final Netns netns;

    /**
     * The links of a namespace.
     *
     * @param netns the namespace
     */
    public ForeignLinks(Netns netns) {
        this.netns = netns;
    }

    /**
     * Puts a link there.
     *
     * @param name its name
     * @param kind its kind; absent for hardware
     * @param traits what it is besides
     * @param below the namespace of the link that it hangs on
     * @param lower the name of that link, if it hangs on one
     * @return its index
     * @throws IllegalArgumentException if a request makes links of that kind
     * @throws KernelRefusal if the name is taken, or there is no such link below; nothing is made then
     */
    public int add(String name, Optional<LinkKind> kind, Set<LinkTrait> traits, Netns below, Optional<String> lower) {
        kind.filter(wanted -> DeviceKind.of(wanted).isPresent()).ifPresent(known -> {
            throw new IllegalArgumentException(
                    "the kernel in memory makes a link of the kind " + known + " by itself: send a LinkAdd");
        });
        Optional<Device> under = lower.flatMap(below.links().names()::find);
        KernelRefusal.when(lower.isPresent() && under.isEmpty(), "ENODEV");
        Device made = netns.links().register(name, DeviceKind.FOREIGN, 0);
        made.linkKind = kind;
        made.kindFlags |= traits.contains(LinkTrait.NOARP) ? LinkFlags.NOARP : 0;
        made.xdpAttached = traits.contains(LinkTrait.XDP);
        made.lower = under;
        under.ifPresent(device -> device.uppers.add(made));
        return made.index;
    }

    /**
     * Says which layer a link is of.
     *
     * @param index the link's index
     * @param layer its type, and an address as long as that layer has them
     */
    public void layer(int index, Layer layer) {
        Device made = netns.links().require(index);
        made.hardwareType = layer.type();
        made.hardwareAddress = layer.address();
    }
}
