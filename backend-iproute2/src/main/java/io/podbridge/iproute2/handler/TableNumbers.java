package io.podbridge.iproute2.handler;

import io.podbridge.netlink.model.RouteProtocol;
import io.podbridge.netlink.model.Scope;
import io.podbridge.netlink.request.Command;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Protocols and scopes as numbers. A batch that has read {@code proto static} and then {@code proto 0} takes the next {@code proto static}
 * for 0: {@code ip} remembers the last name and the last number, and not that they do not belong together. A file could rename them too.
 */
final class TableNumbers {
    private static final Set<String> OBJECTS = Set.of("address", "route");
    private static final Map<String, Map<String, String>> NUMBERS = Map.of("proto", numbers(RouteProtocol::new), "scope",
            numbers(Scope::new));

    private TableNumbers() {}

    /** {@return the same command without such names} */
    static Command instead(Command command) {
        List<String> words = new ArrayList<>(command.arguments());
        if (words.stream().noneMatch(OBJECTS::contains)) {
            return command;
        }
        for (int i = 1; i < words.size(); i++) {
            String word = words.get(i);
            words.set(i, NUMBERS.getOrDefault(words.get(i - 1), Map.of()).getOrDefault(word, word));
        }
        return Command.of(words.toArray(String[]::new));
    }

    private static Map<String, String> numbers(IntFunction<Object> value) {
        return IntStream.rangeClosed(0, 255).boxed()
                .collect(Collectors.toUnmodifiableMap(number -> value.apply(number).toString(),
                        number -> Integer.toString(number)));
    }
}
