package io.podbridge.cli;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;

/**
 * One run of the command.
 *
 * @param exit how it ended
 * @param out what it printed
 * @param err what it said on stderr
 */
record Run(int exit, String out, String err) {

    static Run of(String... args) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        int exit = Main.run(new PrintWriter(out), new PrintWriter(err), args);
        return new Run(exit, out.toString(), err.toString());
    }

    List<String> errLines() {
        return err.lines().toList();
    }

    JsonElement json() {
        return JsonParser.parseString(out);
    }

    JsonObject error() {
        return JsonParser.parseString(err).getAsJsonObject().getAsJsonObject("error");
    }
}
