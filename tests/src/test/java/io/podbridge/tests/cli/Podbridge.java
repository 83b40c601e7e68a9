package io.podbridge.tests.cli;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import io.podbridge.cli.Main;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Stream;

/**
 * One run of the command.
 *
 * @param exit its exit code
 * @param out what it printed
 * @param err what it complained of
 */
public record Podbridge(int exit, String out, String err) {

    /** {@return what came of a command, whose journals are in that directory} */
    public static Podbridge run(Path journals, String... arguments) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        String[] all = Stream.concat(Arrays.stream(arguments), Stream.of("--journal-dir", journals.toString()))
                .toArray(String[]::new);
        int exit = Main.run(new PrintWriter(out, true), new PrintWriter(err, true), all);
        return new Podbridge(exit, out.toString(), err.toString());
    }

    /** {@return what it printed} */
    public JsonObject json() {
        return JsonParser.parseString(out).getAsJsonObject();
    }

    /** {@return what it printed} */
    public JsonArray array() {
        return JsonParser.parseString(out).getAsJsonArray();
    }

    /** {@return what it complained of} */
    public JsonObject error() {
        return JsonParser.parseString(err).getAsJsonObject().getAsJsonObject("error");
    }
}
