package io.podbridge.testkit.kernel;

import io.podbridge.netlink.NetworkNamespace;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** One network namespace ({@code struct net}). It goes when it is deleted and nobody holds it any more. */
public final class Netns {
    private final Machine machine;
    private final NetworkNamespace namespace;
    private final String name;
    private final long cookie;
    private final Sysctls sysctls;
    private final Links links;
    private final Fib4 fib4;
    private final Fib6 fib6;
    private final Neighbours neighbours;
    private final Ipv4 ipv4;
    private final Ipv6 ipv6;
    private final Bridges bridges;
    private final Reactions reactions;
    private final Map<Netns, Integer> idsOfOthers = new HashMap<>();
    private int pins;
    private boolean deleted;

    Netns(Machine machine, String name, long cookie, long inode) {
        this.machine = machine;
        this.name = name;
        this.cookie = cookie;
        this.namespace = NetworkNamespace.inMemory(name, inode);
        this.sysctls = new Sysctls(this);
        this.links = new Links(this);
        this.fib4 = new Fib4(this);
        this.fib6 = new Fib6(this);
        this.neighbours = new Neighbours(machine.rules());
        this.ipv4 = new Ipv4(this);
        this.ipv6 = new Ipv6(this);
        this.bridges = new Bridges(this);
        this.reactions = new Reactions(this);
        links.addLoopback();
    }

    /** {@return the namespace as the SPI names it} */
    public NetworkNamespace namespace() {
        return namespace;
    }

    /** {@return its name} */
    public String name() {
        return name;
    }

    /** {@return the number that no other namespace of this machine ever has} */
    public long cookie() {
        return cookie;
    }

    /** Keeps it alive although it may be deleted, as an open descriptor does. */
    public void pin() {
        pins++;
    }

    /** Lets go of it again. */
    public void unpin() {
        pins--;
        die();
    }

    /** Deletes its name; doing so twice is harmless. */
    public void delete() {
        deleted = true;
        die();
    }

    boolean isDeleted() {
        return deleted;
    }

    private void die() {
        if (!deleted || (pins > 0 && rules().hold(KernelRule.OPEN_HANDLER_PINS_THE_NAMESPACE))) {
            return;
        }
        List<Device> left = new ArrayList<>(links.all());
        left.stream().filter(device -> !device.isLoopback() && rules().hold(KernelRule.VETH_GOES_WITH_ITS_NAMESPACE))
                .forEach(links::unregister);
        machine.bury(this);
    }

    /** Another namespace as this one numbers it ({@code peernet2id}): a number is given when one is first wanted. */
    int idOf(Netns other) {
        return idsOfOthers.computeIfAbsent(other, unseen -> idsOfOthers.size());
    }

    void expire() {
        ipv4.expire();
        ipv6.addresses().expire();
        fib6.expire();
    }

    Machine machine() {
        return machine;
    }

    Rules rules() {
        return machine.rules();
    }

    Sysctls sysctls() {
        return sysctls;
    }

    Links links() {
        return links;
    }

    Fib4 fib4() {
        return fib4;
    }

    Fib6 fib6() {
        return fib6;
    }

    Neighbours neighbours() {
        return neighbours;
    }

    Ipv4 ipv4() {
        return ipv4;
    }

    Ipv6 ipv6() {
        return ipv6;
    }

    Bridges bridges() {
        return bridges;
    }

    Reactions reactions() {
        return reactions;
    }

    @Override
    public String toString() {
        return namespace.toString();
    }
}
