package io.podbridge.internal.preflight;

import io.podbridge.binding.BindingNames;
import io.podbridge.binding.Refusal;
import io.podbridge.binding.Refusal.Code;
import io.podbridge.netlink.model.LinkName;
import java.nio.charset.StandardCharsets;
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
        return Stream.of(names.nic(), names.bridge(), names.tap()).map(this::refusal).flatMap(Optional::stream).toList();
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
