package io.podbridge.testkit.kernel;

import java.util.Set;

/** Which rules this kernel keeps: all of them, unless it was made to break some. */
public final class Rules {
    private final Set<KernelRule> broken;

    /**
     * Rules of a kernel.
     *
     * @param broken those that it breaks
     */
    public Rules(Set<KernelRule> broken) {
        this.broken = Set.copyOf(broken);
    }

    /**
     * Whether a rule is kept.
     *
     * @param rule the rule
     * @return false where it is broken
     */
    public boolean hold(KernelRule rule) {
        return !broken.contains(rule);
    }
}
