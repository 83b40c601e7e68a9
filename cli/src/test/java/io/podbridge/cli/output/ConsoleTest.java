package io.podbridge.cli.output;

import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class ConsoleTest {
    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    private Console console(boolean coloured) {
        return new Console(new PrintWriter(out), new PrintWriter(err), coloured);
    }

    @Test
    void headingsAreBoldOnATerminalAlone() {
        console(true).heading("one");
        console(false).heading("two");
        assertThat(out.toString().lines()).containsExactly("\u001b[1mone\u001b[0m", "two");
    }

    @Test
    void anErrorIsOneLineWhateverIsInIt() {
        console(false).error("a\nb\u001b[1mc");
        assertThat(err.toString().lines()).containsExactly("podbridge: a\\u000ab\\u001b[1mc");
    }

    @Test
    void aReaderThatGoesAwayIsNoError() {
        OutputStream closed = new OutputStream() {
            @Override
            public void write(int b) throws IOException {
                throw new IOException("Broken pipe");
            }
        };
        Console console = new Console(new PrintWriter(new OutputStreamWriter(closed, StandardCharsets.UTF_8)),
                new PrintWriter(err),
                false);
        console.lines(List.of("one", "two"));
        console.line("three");
        assertThat(err.toString()).isEmpty();
        assertThat(console.out().checkError()).isTrue();
    }
}
