package io.podbridge.iproute2.handler;

import com.google.common.base.Splitter;
import io.podbridge.iproute2.json.TapOwners;
import io.podbridge.iproute2.process.ToolException;
import io.podbridge.iproute2.process.ToolResult;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;

/** The numbers of users and groups, asked of {@code getent(1)}, and once only if it knows them. */
final class Accounts {
    private static final int NUMBER = 2;

    private final Map<List<String>, Long> known = new HashMap<>();

    TapOwners asking(Call call) {
        return new TapOwners() {
            @Override
            public OptionalLong user(String name) {
                return number(call, "passwd", name);
            }

            @Override
            public OptionalLong group(String name) {
                return number(call, "group", name);
            }
        };
    }

    private OptionalLong number(Call call, String database, String name) {
        if (name.startsWith("-")) {
            // getent(1) would take it for an option.
            return OptionalLong.empty();
        }
        List<String> command = List.of("getent", database, name);
        if (!known.containsKey(command)) {
            number(call, command).ifPresent(number -> known.put(command, number));
        }
        return known.containsKey(command) ? OptionalLong.of(known.get(command)) : OptionalLong.empty();
    }

    private static OptionalLong number(Call call, List<String> command) {
        try {
            ToolResult result = call.run("", command);
            List<String> fields = Splitter.on(':').splitToList(result.output().strip());
            return result.isSuccess() && fields.size() > NUMBER
                    ? OptionalLong.of(Long.parseLong(fields.get(NUMBER)))
                    : OptionalLong.empty();
        } catch (ToolException | NumberFormatException e) {
            System.getLogger(Accounts.class.getName()).log(System.Logger.Level.WARNING, "the owner of a tap", e);
            return OptionalLong.empty();
        }
    }
}
