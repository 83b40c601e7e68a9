package io.podbridge.netlink.model;

import java.nio.charset.StandardCharsets;

/** The rules for names of links that podbridge gives or is given, checked before they reach a kernel or a command line. */
public final class LinkName {
    /** The longest name in bytes: {@code IFNAMSIZ} less the final zero. */
    public static final int MAX_BYTES = 15;
    /** The longest alternative name in bytes: {@code ALTIFNAMSIZ} less the final zero. */
    public static final int MAX_ALT_BYTES = 127;

    private LinkName() {}

    /**
     * Checks a name as the kernel's {@code dev_valid_name} does, and refuses besides a leading {@code -}, which a command would
     * take for an option, and a {@code %}: of {@code tap%d} the kernel makes the first free of {@code tap0}, {@code tap1}.
     *
     * @param name the name
     * @return the same name
     * @throws IllegalArgumentException if it has not 1 to 15 bytes, has a {@code /}, a {@code :}, white space or a control
     *         character, a {@code %}, begins with {@code -}, or is {@code .} or {@code ..}
     */
    public static String check(String name) {
        if (name.indexOf('%') >= 0) {
            throw bad(name, "it has a '%', and the kernel would put a number in its place");
        }
        return check(name, MAX_BYTES);
    }

    /**
     * Checks an alternative name: the same rules, with 1 to 127 bytes, and a {@code %} is as good as any other character.
     *
     * @param name the name
     * @return the same name
     * @throws IllegalArgumentException as {@link #check(String)}
     */
    public static String checkAlternative(String name) {
        return check(name, MAX_ALT_BYTES);
    }

    private static String check(String name, int maxBytes) {
        int bytes = name.getBytes(StandardCharsets.UTF_8).length;
        if (bytes < 1 || bytes > maxBytes) {
            throw bad(name, "it has " + bytes + " bytes, and a name has 1 to " + maxBytes);
        }
        if (name.equals(".") || name.equals("..")) {
            throw bad(name, "the kernel reserves it");
        }
        if (name.startsWith("-")) {
            throw bad(name, "it begins with '-', which a command would take for an option");
        }
        if (name.codePoints().anyMatch(LinkName::isForbidden)) {
            throw bad(name, "it has a '/', a ':', white space or a control character");
        }
        return name;
    }

    private static boolean isForbidden(int c) {
        return c == '/' || c == ':' || Character.isWhitespace(c) || Character.isSpaceChar(c) || Character.isISOControl(c);
    }

    private static IllegalArgumentException bad(String name, String why) {
        return new IllegalArgumentException("not a valid interface name: \"" + name + "\": " + why);
    }
}
