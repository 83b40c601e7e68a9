package io.podbridge.internal.preflight;

import io.podbridge.binding.BindingNames;
import io.podbridge.binding.Refusal;
import io.podbridge.binding.Refusal.Code;
import io.podbridge.netlink.model.LinkName;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Whether the names that the binding gives fit, and are free. */
final class NamesCheck implements Check {
    private final Candidate candidate;

    NamesCheck(Candidate candidate) {
        this.candidate = candidate;
    }

    @Override
    public List<Refusal> refusals() {
        BindingNames names = candidate.binding().names();
        List<String> own = List.of(names.nic(), names.bridge(), names.tap());
        return Stream.concat(own.stream().map(this::refusal), Stream.of(twice(own))).flatMap(Optional::stream).toList();
    }

    private static Optional<Refusal> twice(List<String> names) {
        return names.stream().filter(name -> Collections.frequency(names, name) > 1).findFirst()
                .map(name -> new Refusal(Code.NAME_TAKEN,
                        "the name \"" + name + "\" is that of two links of the binding; choose another for one of them"));
    }

    private Optional<Refusal> refusal(String name) {
        if (name.getBytes(StandardCharsets.UTF_8).length > LinkName.MAX_BYTES) {
            return Optional.of(new Refusal(Code.NAME_TOO_LONG, "\"" + name + "\" would have more than " + LinkName.MAX_BYTES
                    + " bytes; choose another name in the binding"));
        }
        return candidate.observed().named(name)
                .map(taken -> new Refusal(Code.NAME_TAKEN, "the name \"" + name + "\" is taken by link #"
                        + taken.index() + (taken.name().equals(name) ? "" : ", whose name is \"" + taken.name() + "\"")
                        + ", which is not podbridge's; delete or rename it, or choose another name in the binding"));
    }
}
