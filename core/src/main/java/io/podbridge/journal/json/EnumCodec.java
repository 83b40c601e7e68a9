package io.podbridge.journal.json;

import java.util.List;

/**
 * Constants that stand in JSON under their names.
 *
 * @param constants those that may stand there
 * @param <E> their type
 */
public record EnumCodec<E extends Enum<E>>(List<E> constants) implements JsonCodec<E> {

    @Override
    public void write(E value, JsonOutput out) {
        read(JsonCursor.root(new JsonNode.Text(value.name())));
        out.text(value.name());
    }

    @Override
    public E read(JsonCursor at) {
        String name = at.text();
        return constants.stream().filter(constant -> constant.name().equals(name)).findFirst()
                .orElseThrow(() -> at.problem("is \"" + name + "\", which is none of " + constants));
    }
}
