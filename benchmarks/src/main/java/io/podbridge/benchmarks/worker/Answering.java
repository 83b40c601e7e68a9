package io.podbridge.benchmarks.worker;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;

/** Answers each line of the standard input by one on the standard output, to its end. */
final class Answering {

    private Answering() {}

    /** What is done for a line. */
    interface Work {
        /** {@return what comes after {@code OK}} */
        String answer(String line) throws IOException;
    }

    static void lines(Work work, Work after) throws IOException {
        PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        BufferedReader in = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        for (String line = in.readLine(); line != null; line = in.readLine()) {
            out.println(answer(line, work));
            after.answer(line);
        }
    }

    private static String answer(String line, Work work) {
        try {
            return "OK " + work.answer(line);
        } catch (RuntimeException | IOException e) {
            return "ERR " + e;
        }
    }
}
