package io.podbridge.testkit.contract;

import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.TestWatcher;

/** Counts the cases of one subclass of {@link NetlinkHandlerContract}, those of its nested classes included, and prints one line at the end. */
final class CaseCount implements BeforeAllCallback, BeforeEachCallback, TestWatcher, AfterAllCallback {
    /** A configuration parameter of JUnit: {@code false} where the line would be one of hundreds. */
    private static final String IS_PRINTED = "podbridge.contract.count";
    private static final ExtensionContext.Namespace STORE = ExtensionContext.Namespace.create(CaseCount.class);

    /** What has been counted so far; cases may run in several threads. */
    private static final class Tally {
        private final Set<String> reasons = new TreeSet<>();
        private String backend = "?";
        private int cases;
        private int skipped;
        private int failed;

        synchronized void of(String name) {
            backend = name;
        }

        synchronized void passed() {
            cases++;
        }

        synchronized void failed() {
            cases++;
            failed++;
        }

        synchronized void skipped(String reason) {
            cases++;
            skipped++;
            reasons.add(reason);
        }

        synchronized String line() {
            return "contract: " + backend + ": " + cases + " cases" + (failed > 0 ? ", " + failed + " failed" : "")
                    + (skipped > 0 ? ", " + skipped + " skipped (" + String.join("; ", reasons) + ")" : "");
        }
    }

    @Override
    public void beforeAll(ExtensionContext context) {
        if (isWhole(context)) {
            context.getStore(STORE).put(Tally.class, new Tally());
        }
    }

    @Override
    public void beforeEach(ExtensionContext context) {
        context.getRequiredTestInstances().findInstance(NetlinkHandlerContract.class)
                .ifPresent(contract -> tally(context).of(contract.backend()));
    }

    @Override
    public void testSuccessful(ExtensionContext context) {
        tally(context).passed();
    }

    @Override
    public void testFailed(ExtensionContext context, @Nullable Throwable cause) {
        tally(context).failed();
    }

    @Override
    public void testAborted(ExtensionContext context, @Nullable Throwable cause) {
        tally(context)
                .skipped(Optional.ofNullable(cause).map(Throwable::getMessage).orElse("no reason given")
                        .replace("Assumption failed: ", ""));
    }

    @Override
    public void testDisabled(ExtensionContext context, Optional<String> reason) {
        tally(context).skipped(reason.orElse("disabled"));
    }

    @Override
    public void afterAll(ExtensionContext context) {
        if (isWhole(context) && context.getConfigurationParameter(IS_PRINTED, Boolean::valueOf).orElse(true)) {
            System.out.println(tally(context).line());
        }
    }

    /** The nested classes are announced too, and are parts of it. */
    private static boolean isWhole(ExtensionContext context) {
        return NetlinkHandlerContract.class.isAssignableFrom(context.getRequiredTestClass());
    }

    private static Tally tally(ExtensionContext context) {
        return Objects.requireNonNull(context.getStore(STORE).get(Tally.class, Tally.class));
    }
}
