package io.podbridge.panama.ffi;

import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * Lets a test fail that leaves a descriptor open, with the stack that opened it. JUnit finds it by itself, for every test of this
 * module.
 */
public final class DescriptorLeaks implements BeforeEachCallback, AfterEachCallback {
    private static final ExtensionContext.Namespace STORE = ExtensionContext.Namespace.create(DescriptorLeaks.class);

    /** For JUnit. */
    public DescriptorLeaks() {}

    @Override
    public void beforeEach(ExtensionContext context) {
        context.getStore(STORE).put(DescriptorLeaks.class, Set.copyOf(OpenDescriptors.stacks()));
    }

    @Override
    public void afterEach(ExtensionContext context) {
        Set<?> before = context.getStore(STORE).remove(DescriptorLeaks.class, Set.class);
        Set<Throwable> left = new HashSet<>(OpenDescriptors.stacks());
        left.removeAll(before == null ? Set.of() : before);
        if (!left.isEmpty()) {
            AssertionError leaks = new AssertionError(left.size() + " descriptors were left open");
            left.forEach(leaks::addSuppressed);
            throw leaks;
        }
    }
}
