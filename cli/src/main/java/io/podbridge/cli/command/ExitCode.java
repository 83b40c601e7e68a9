package io.podbridge.cli.command;

import java.util.Arrays;

/** How the program ends; scripts rely on the numbers. */
enum ExitCode {
    /** All was done. */
    DONE(0),
    /** Something failed; the error says what. */
    FAILED(1),
    /** The command line is wrong; nothing was done. */
    USAGE(2),
    /** A binding does not hold as it should. */
    DRIFT(3),
    /** Preflight found reasons not to touch the pod; nothing was. */
    REFUSED(4),
    /** Somebody else works on this interface; the same call may succeed later. */
    BUSY(5);

    private final int number;

    ExitCode(int number) {
        this.number = number;
    }

    /** {@return the one of this number; {@link #FAILED} for any other, such as that of a signal} */
    static ExitCode of(int number) {
        return Arrays.stream(values()).filter(code -> code.number == number).findFirst().orElse(FAILED);
    }

    int number() {
        return number;
    }
}
