package io.podbridge.netlink;

import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntSupplier;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.junit.jupiter.params.provider.Arguments.arguments;

class NetlinkHandlersTest {
    private static final NetlinkHandlerProvider PANAMA = provider("panama", 100, () -> Availability.available("Java 25"));
    private static final NetlinkHandlerProvider IPROUTE2 = provider("iproute2", 50,
            () -> Availability.available("iproute2 6.1.0"));
    private static final NetlinkHandlerProvider TOO_OLD = provider("panama", 100,
            () -> Availability.unavailable("it needs Java 22, and this is 17"));
    private static final NetlinkHandlerProvider THROWING = provider("throwing", 200, () -> {
        throw new IllegalStateException("oops");
    });

    @Test
    void takesTheAvailableOneOfTheHighestPriority() {
        assertThat(NetlinkHandlers.of(IPROUTE2, PANAMA).provider()).isSameAs(PANAMA);
        assertThat(NetlinkHandlers.of(TOO_OLD, IPROUTE2).provider()).isSameAs(IPROUTE2);
    }

    @Test
    void tiesAreBrokenById() {
        NetlinkHandlerProvider other = provider("alpha", 100, () -> Availability.available("here"));
        assertThat(NetlinkHandlers.of(PANAMA, other).provider()).isSameAs(other);
    }

    @Test
    void oneThatThrowsWhenAskedDoesNotHideTheOthers() {
        assertThat(NetlinkHandlers.of(THROWING, IPROUTE2).provider()).isSameAs(IPROUTE2);
        assertThat(NetlinkHandlers.of(THROWING).statuses()).singleElement()
                .satisfies(status -> assertThat(status.availability().reason()).startsWith("it failed when asked: ")
                        .endsWith("oops"));
    }

    @Test
    void oneThatIsNamedIsTakenAndNoOtherIsAsked() {
        AtomicInteger asked = new AtomicInteger();
        NetlinkHandlerProvider silent = provider("silent", 500, () -> Availability.available("asked " + asked.incrementAndGet()));
        assertThat(NetlinkHandlers.of(silent, PANAMA, IPROUTE2).withBackend("iproute2").provider()).isSameAs(IPROUTE2);
        assertThat(asked).hasValue(0);
    }

    @Test
    void thoseBelowTheOneThatIsTakenAreNotAsked() {
        AtomicInteger asked = new AtomicInteger();
        NetlinkHandlerProvider below = provider("below", 1, () -> Availability.available("asked " + asked.incrementAndGet()));
        assertThat(NetlinkHandlers.of(below, PANAMA).provider()).isSameAs(PANAMA);
        assertThat(asked).hasValue(0);
        assertThat(NetlinkHandlers.of(below, PANAMA).statuses()).hasSize(2);
        assertThat(asked).hasValue(1);
    }

    static Stream<Arguments> broken() {
        Supplier<Availability> here = () -> Availability.available("here");
        return Stream.of(
                arguments("broken", " failed when asked for id and priority: java.lang.IllegalStateException: no id",
                        provider(() -> thrown("no id"), () -> 1000, here)),
                arguments("broken", " failed when asked for id and priority: java.lang.NullPointerException: its id is null",
                        provider(NetlinkHandlersTest::nothing, () -> 1000, here)),
                arguments("broken", " failed when asked for id and priority: java.lang.IllegalStateException: no priority",
                        provider(() -> "odd", () -> thrown("no priority"), here)),
                arguments("odd", "it failed when asked: java.lang.NullPointerException: its answer is null",
                        provider(() -> "odd", () -> 1000, NetlinkHandlersTest::nothing)),
                arguments("odd", "it failed when asked: java.lang.NullPointerException: the reason is null",
                        provider(() -> "odd", () -> 1000, () -> Availability.available(nothing()))),
                arguments("odd", "it failed when asked: java.lang.NoClassDefFoundError: a/Thing",
                        provider(() -> "odd", () -> 1000, () -> {
                            throw new NoClassDefFoundError("a/Thing");
                        })));
    }

    @ParameterizedTest
    @MethodSource("broken")
    void oneThatIsBrokenDoesNotHideTheOthers(String id, String reason, NetlinkHandlerProvider broken) {
        NetlinkHandlers both = NetlinkHandlers.of(broken, IPROUTE2);
        assertThat(both.provider()).isSameAs(IPROUTE2);
        assertThat(both.withBackend("iproute2").provider()).isSameAs(IPROUTE2);
        assertThat(both.statuses()).extracting(ProviderStatus::id).containsExactly("iproute2", id);
        assertThat(both.statuses().get(1).availability().isAvailable()).isFalse();
        assertThat(both.statuses().get(1).availability().reason()).endsWith(reason);
    }

    @Test
    void oneThatIsUnknownMayBeTheBrokenOne() {
        NetlinkHandlerProvider broken = provider(() -> thrown("no id"), () -> 0, PANAMA::availability);
        assertRefused(NetlinkHandlers.of(PANAMA, broken).withBackend("odd"),
                "cannot open the backend \"odd\", which the caller names: found were panama, broken ("
                        + broken.getClass().getName()
                        + " failed when asked for id and priority: java.lang.IllegalStateException: no id); name one of them");
    }

    @Test
    void oneThatIsNamedIsNeverReplaced() {
        assertRefused(NetlinkHandlers.of(TOO_OLD, IPROUTE2).withBackend("panama"),
                "cannot open the backend \"panama\", which the caller names: it needs Java 22, and this is 17");
        assertRefused(NetlinkHandlers.of(PANAMA, IPROUTE2).withBackend("jni"),
                "cannot open the backend \"jni\", which the caller names: found were panama, iproute2; name one of them");
    }

    @Test
    void oneOfOursThatIsMissingIsNamedWithItsArtifact() {
        assertThatExceptionOfType(NetlinkException.class)
                .isThrownBy(() -> NetlinkHandlers.of(IPROUTE2).withBackend("panama").provider())
                .withMessageContaining("found were iproute2; add io.podbridge:podbridge-backend-panama");
    }

    @Test
    void ifNoneCanServeTheErrorHasTheReasonOfEach() {
        NetlinkHandlerProvider noIp = provider("iproute2", 50, () -> Availability.unavailable("there is no ip(8)"));
        assertRefused(NetlinkHandlers.of(noIp, TOO_OLD),
                "cannot open a netlink backend: none is available: panama (it needs Java 22,"
                        + " and this is 17), iproute2 (there is no ip(8))");
    }

    @Test
    void ifNoneWasFoundTheErrorNamesTheArtifacts() {
        assertThatExceptionOfType(NetlinkException.class).isThrownBy(() -> NetlinkHandlers.of().provider())
                .withMessageContaining("none was found").withMessageContaining("podbridge-backend-panama")
                .withMessageContaining("podbridge-backend-iproute2");
    }

    @Test
    void statusesBeginWithTheOneThatWouldBeTaken() {
        assertThat(NetlinkHandlers.of(TOO_OLD, IPROUTE2).statuses()).containsExactly(
                new ProviderStatus("iproute2", 50, IPROUTE2.availability(), true),
                new ProviderStatus("panama", 100, TOO_OLD.availability(), false));
        assertThat(NetlinkHandlers.of(PANAMA, IPROUTE2).withBackend("jni").statuses()).noneMatch(ProviderStatus::selected);
    }

    @Test
    void thePropertyCountsForInstalledBackendsOnly() {
        String before = System.setProperty(NetlinkHandlers.PROPERTY, "nowhere");
        try {
            assertThatExceptionOfType(NetlinkException.class).isThrownBy(() -> NetlinkHandlers.installed().provider())
                    .withMessageStartingWith(
                            "cannot open the backend \"nowhere\", which the system property podbridge.backend names: ");
            assertThat(NetlinkHandlers.of(PANAMA).provider()).isSameAs(PANAMA);
        } finally {
            restore(before);
        }
    }

    private static void restore(@Nullable String before) {
        if (before == null) {
            System.clearProperty(NetlinkHandlers.PROPERTY);
        } else {
            System.setProperty(NetlinkHandlers.PROPERTY, before);
        }
    }

    private static void assertRefused(NetlinkHandlers handlers, String message) {
        assertThatExceptionOfType(NetlinkException.class).isThrownBy(handlers::provider).withMessage(message)
                .satisfies(refusal -> assertThat(refusal.kind()).isEqualTo(FailureKind.UNSUPPORTED));
    }

    @SuppressWarnings("TypeParameterUnusedInFormals")
    private static <T> T thrown(String message) {
        throw new IllegalStateException(message);
    }

    /** What a provider that was not compiled with the checks of this build may answer. */
    @SuppressWarnings({"NullAway", "TypeParameterUnusedInFormals"})
    private static <T> T nothing() {
        return null;
    }

    private static NetlinkHandlerProvider provider(String id, int priority, Supplier<Availability> availability) {
        return provider(() -> id, () -> priority, availability);
    }

    private static NetlinkHandlerProvider provider(Supplier<String> id, IntSupplier priority,
            Supplier<Availability> availability) {
        return new NetlinkHandlerProvider() {
            @Override
            public String id() {
                return id.get();
            }

            @Override
            public int priority() {
                return priority.getAsInt();
            }

            @Override
            public Availability availability() {
                return availability.get();
            }

            @Override
            public NetlinkHandler open(HandlerOptions options) {
                throw new UnsupportedOperationException("this test chooses and does not open");
            }
        };
    }
}
