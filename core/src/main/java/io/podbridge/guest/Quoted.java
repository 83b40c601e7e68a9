package io.podbridge.guest;

import com.google.common.base.Ascii;
import com.google.common.base.CharMatcher;

/** A word of a stranger's file as it can stand in a sentence, on one line and not too long. */
final class Quoted {
    private static final int LONGEST = 80;
    private static final CharMatcher UNPRINTABLE = CharMatcher.inRange(' ', '~').negate();

    private Quoted() {}

    static String of(String word) {
        return '"' + Ascii.truncate(UNPRINTABLE.replaceFrom(word, '?'), LONGEST, "...") + '"';
    }
}
