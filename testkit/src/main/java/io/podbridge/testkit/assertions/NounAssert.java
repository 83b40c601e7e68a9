package io.podbridge.testkit.assertions;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.assertj.core.api.AbstractAssert;
import org.jspecify.annotations.Nullable;

/** What the assertions of all nouns have in common: how they fail. */
abstract class NounAssert<S extends NounAssert<S, T>, T> extends AbstractAssert<S, T> {

    NounAssert(@Nullable T actual, Class<?> self) {
        super(actual, self);
    }

    /** {@return which one it is, such as {@code link "tap0"}} */
    abstract String noun();

    /** {@return all of it in the style of ip(8)} */
    abstract List<String> text();

    /** The value itself, once it is known to be there. */
    final T noun(@Nullable T value) {
        isNotNull();
        return Optional.ofNullable(value).orElseThrow();
    }

    final S expect(String what, Object wanted, Object found) {
        String want = Words.value(wanted);
        String have = Words.value(found);
        if (!want.equals(have)) {
            fail("the " + what + " of " + noun() + " should be " + want + ", found " + have, want, have);
        }
        return myself;
    }

    final S expectAmong(String what, Object wanted, Collection<?> found) {
        List<String> all = found.stream().map(Words::value).toList();
        String want = Words.value(wanted);
        if (!all.contains(want)) {
            fail("the " + what + " of " + noun() + " should include " + want + ", found " + Words.value(all), want,
                    Words.value(all));
        }
        return myself;
    }

    final S expectNotAmong(String what, Object unwanted, Collection<?> found) {
        List<String> all = found.stream().map(Words::value).toList();
        String unwantedText = Words.value(unwanted);
        if (all.contains(unwantedText)) {
            fail("the " + what + " of " + noun() + " should not include " + unwantedText + ", found " + Words.value(all),
                    "anything but " + unwantedText, Words.value(all));
        }
        return myself;
    }

    final void fail(String sentence, Object wanted, Object found) {
        throw failureWithActualExpected(found, wanted, "%s:%n  %s", sentence, String.join(System.lineSeparator() + "  ", text()));
    }
}
