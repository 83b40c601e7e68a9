package io.podbridge.testkit.netns;

import java.util.Arrays;

/** The version of this machine's kernel, for tests of what only later ones do. */
public final class LinuxVersion {

    private LinuxVersion() {}

    /**
     * Compares it by its first two numbers; what comes after them is the distribution's.
     *
     * @param version such as {@code 6.6}
     * @return whether this kernel is of that version or a later one
     */
    public static boolean isSince(String version) {
        return isSince(System.getProperty("os.version"), version);
    }

    static boolean isSince(String found, String version) {
        return Arrays.compare(numbers(found), numbers(version)) >= 0;
    }

    private static int[] numbers(String version) {
        return Arrays.stream(version.split("[^0-9]+", 3)).limit(2).mapToInt(Integer::parseInt).toArray();
    }
}
