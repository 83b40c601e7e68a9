package io.podbridge.cli.command;

import io.podbridge.BindingBusyException;
import io.podbridge.JournalException;
import io.podbridge.RefusedException;
import io.podbridge.StepFailedException;
import io.podbridge.cli.output.Json;
import io.podbridge.cli.output.RefusalJson;
import io.podbridge.netlink.Errno;
import io.podbridge.netlink.NetlinkException;
import java.util.Optional;
import java.util.stream.Stream;

/** What went wrong, for programs. What is not known has no field. */
final class FailureJson {

    private FailureJson() {}

    static String of(Exception failure, String sentence) {
        return Json.line(document -> document.object("error", json -> {
            json.field("message", sentence);
            kernelsAnswer(failure).ifPresent(answer -> write(json, answer));
            if (failure instanceof StepFailedException step) {
                json.field("phase", step.phase()).field("step", step.step());
            } else if (failure instanceof RefusedException refused) {
                json.objects("refusals", refused.refusals(), RefusalJson::write);
            } else if (failure instanceof BindingBusyException busy) {
                json.field("holder", busy.holder());
            } else if (failure instanceof JournalException journal) {
                json.field("file", journal.file()).field("problem", journal.problem());
            }
        }));
    }

    private static void write(Json json, NetlinkException answer) {
        json.field("operation", answer.operation()).field("target", answer.target()).field("kind", answer.kind())
                .optional("errno", answer.errno().map(Errno::name)).optional("kernelMessage", answer.kernelMessage());
    }

    private static Optional<NetlinkException> kernelsAnswer(Exception failure) {
        return Stream.<Throwable>iterate(failure, cause -> cause != null, Throwable::getCause)
                .filter(NetlinkException.class::isInstance).map(NetlinkException.class::cast).findFirst();
    }
}
