package io.podbridge.cli.output;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class JsonTest {

    @Test
    void absentValuesHaveNoField() {
        assertThat(Json.line(json -> json.optional("a", Optional.empty()).optional("b", OptionalInt.empty())
                .optional("c", OptionalLong.empty()).optionalFlag("d", Optional.empty()))).isEqualTo("{}");
    }

    @Test
    void valuesKeepTheirTypes() {
        assertThat(Json.line(json -> json.field("text", "a\"b").field("number", 4_294_967_295L).field("flag", true)
                .optional("index", OptionalInt.of(3)).optionalFlag("on", Optional.of(false)).texts("words", List.of("x", "y"))))
                .isEqualTo(
                        "{\"text\":\"a\\\"b\",\"number\":4294967295,\"flag\":true,\"index\":3,\"on\":false,\"words\":[\"x\",\"y\"]}");
    }

    @Test
    void objectsNest() {
        assertThat(Json.line(json -> json.object("one", one -> one.objects("many", List.of("p", "q"),
                (object, name) -> object.field("name", name)))))
                .isEqualTo("{\"one\":{\"many\":[{\"name\":\"p\"},{\"name\":\"q\"}]}}");
    }

    @Test
    void aDocumentOfNothingIsAnEmptyArray() {
        assertThat(Json.documents(List.of(), (json, value) -> json.field("value", value))).isEqualTo("[]");
    }
}
