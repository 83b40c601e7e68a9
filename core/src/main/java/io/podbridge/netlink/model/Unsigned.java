package io.podbridge.netlink.model;

/** Numbers for which the kernel has 32 bits: more of them would be cut off on the way to it. */
final class Unsigned {
    private static final long LARGEST = 0xffff_ffffL;

    private Unsigned() {}

    /** {@return the number, if it has a place in 32 bits} */
    static long check(String what, long number) {
        if (number < 0 || number > LARGEST) {
            throw new IllegalArgumentException("a " + what + " is a number from 0 to " + LARGEST + ", not " + number);
        }
        return number;
    }
}
