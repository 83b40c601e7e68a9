package io.podbridge.testkit.kernel;

import io.podbridge.netlink.Feature;
import io.podbridge.netlink.NetworkNamespace;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.LongStream;

/** One machine in memory: its namespaces, its clock, and the lock under which all of its work is done. */
public final class Machine {
    private static final long SEED = 0x70b1;
    private static final long FIRST_INODE = 4_026_532_000L;

    private final ReentrantLock lock = new ReentrantLock();
    private final List<Netns> namespaces = new ArrayList<>();
    private final Random random = new Random(SEED);
    private final LinkWatch linkWatch = new LinkWatch();
    private final Rules rules;
    private final KernelTime time;
    private final Map<String, String> sharedSettings = new HashMap<>(SettingDefaults.ofNamespace());
    private Set<Feature> lacking;
    private long lastCookie;

    /**
     * Starts a machine without a namespace.
     *
     * @param rules the rules that its kernel keeps
     * @param lacking what its kernel, or its caller, cannot do
     * @param clock what its lifetimes run by
     */
    public Machine(Rules rules, Set<Feature> lacking, Clock clock) {
        this.rules = rules;
        this.lacking = Set.copyOf(lacking);
        this.time = new KernelTime(clock);
    }

    /**
     * Does something while nobody else does anything, after what is due by now and before what follows from it.
     *
     * @param work what to do
     * @param <T> what comes out
     * @return what came out
     */
    public <T> T locked(Supplier<T> work) {
        lock.lock();
        try {
            List.copyOf(namespaces).forEach(Netns::expire);
            return work.get();
        } finally {
            linkWatch.run();
            lock.unlock();
        }
    }

    /** Lets follow what follows from the last change; the next one finds it done. */
    public void settle() {
        linkWatch.run();
    }

    /**
     * Whether this kernel keeps a rule.
     *
     * @param rule the rule
     * @return false where it was made to break it
     */
    public boolean holds(KernelRule rule) {
        return rules.hold(rule);
    }

    /**
     * Makes a namespace.
     *
     * @param name its name, which must be free
     * @return the namespace
     * @throws IllegalArgumentException if the name is taken
     */
    public Netns newNamespace(String name) {
        if (namespaces.stream().anyMatch(other -> !other.isDeleted() && other.name().equals(name))) {
            throw new IllegalArgumentException("there is a namespace \"" + name + "\" already");
        }
        lastCookie++;
        Netns made = new Netns(this, name, rules.hold(KernelRule.COOKIE_IS_THE_NAMESPACES_OWN) ? lastCookie : 1, freeInode());
        namespaces.add(made);
        return made;
    }

    /** As {@code ns_alloc_inum}: the smallest that no namespace has, so the next namespace gets that of one that has just gone. */
    private long freeInode() {
        if (!rules.hold(KernelRule.INODE_OF_A_DEAD_NAMESPACE_IS_USED_AGAIN)) {
            return FIRST_INODE + lastCookie;
        }
        Set<Long> taken = namespaces.stream().map(netns -> netns.namespace().inode().number()).collect(Collectors.toSet());
        return LongStream.iterate(FIRST_INODE, inode -> inode + 1).filter(inode -> !taken.contains(inode)).findFirst()
                .orElseThrow();
    }

    /** Nothing leads to it any more, and its inode is free. */
    void bury(Netns dead) {
        if (isOutOfReach(dead)) {
            namespaces.remove(dead);
        }
    }

    private boolean isOutOfReach(Netns netns) {
        return netns.isDeleted() && rules.hold(KernelRule.DELETED_NAMESPACE_IS_NOT_FOUND);
    }

    /**
     * The namespace of a name and inode, while it has its name.
     *
     * @param wanted as it was handed out
     * @return the namespace; absent if it has been deleted, even where somebody still pins it
     */
    public Optional<Netns> find(NetworkNamespace wanted) {
        return namespaces.stream().filter(namespace -> namespace.namespace().equals(wanted))
                .filter(namespace -> !isOutOfReach(namespace)).findFirst();
    }

    /**
     * Whether the kernel and its caller can do something.
     *
     * @param feature what is asked for
     * @return false for what it lacks
     */
    public boolean has(Feature feature) {
        return !lacking.contains(feature);
    }

    /**
     * Says what the kernel and its caller cannot do from now on.
     *
     * @param features what they lack
     */
    public void lack(Set<Feature> features) {
        lacking = Set.copyOf(features);
    }

    /**
     * Moves the clock on.
     *
     * @param by how far
     */
    public void advance(Duration by) {
        time.advance(by);
    }

    Rules rules() {
        return rules;
    }

    KernelTime time() {
        return time;
    }

    Random random() {
        return random;
    }

    LinkWatch linkWatch() {
        return linkWatch;
    }

    Map<String, String> sharedSettings() {
        return sharedSettings;
    }
}
