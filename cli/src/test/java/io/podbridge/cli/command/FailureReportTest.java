package io.podbridge.cli.command;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import io.podbridge.BindingBusyException;
import io.podbridge.RefusedException;
import io.podbridge.StepFailedException;
import io.podbridge.binding.Phase;
import io.podbridge.binding.Refusal;
import io.podbridge.binding.Refusal.Code;
import io.podbridge.cli.output.CommandException;
import io.podbridge.cli.output.Console;
import io.podbridge.netlink.Errno;
import io.podbridge.netlink.NetlinkException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class FailureReportTest {
    private final StringWriter err = new StringWriter();
    private final Console console = new Console(new PrintWriter(new StringWriter()), new PrintWriter(err), false);

    private int report(Exception failure) {
        return new FailureReport(console, false, false).report(failure);
    }

    private JsonObject json(Exception failure) {
        new FailureReport(console, true, false).report(failure);
        return JsonParser.parseString(err.toString()).getAsJsonObject().getAsJsonObject("error");
    }

    private static StepFailedException failedStep() {
        NetlinkException answer = NetlinkException.failed("add bridge", "\"k6t-eth0\"").errno(Errno.named("EEXIST"))
                .kernelMessage("it is there").build();
        return new StepFailedException(Phase.PREPARING, "bridge", "step bridge failed: " + answer.getMessage(), answer);
    }

    @Test
    void saysEachRefusalOnALineOfItsOwn() {
        RefusedException refused = new RefusedException(
                List.of(new Refusal(Code.LOOPBACK, "it is a loopback"), new Refusal(Code.NO_TUN_DEVICE, "there is no tun")));
        assertThat(report(refused)).isEqualTo(4);
        assertThat(err.toString().lines()).containsExactly("podbridge: it is a loopback", "podbridge: there is no tun");
    }

    @Test
    void writesRefusalsWithTheirCodes() {
        JsonObject error = json(new RefusedException(List.of(new Refusal(Code.LOOPBACK, "it is a loopback"))));
        JsonObject refusal = error.getAsJsonArray("refusals").get(0).getAsJsonObject();
        assertThat(refusal.get("code").getAsString()).isEqualTo("LOOPBACK");
        assertThat(refusal.get("message").getAsString()).isEqualTo("it is a loopback");
    }

    @Test
    void tellsScriptsApartThatTheyMayTryAgain() {
        assertThat(report(
                new BindingBusyException("another agent is working on it", "another agent", new IllegalStateException("locked"))))
                .isEqualTo(5);
    }

    @Test
    void saysAFailedStepInOneSentence() {
        assertThat(report(failedStep())).isEqualTo(1);
        assertThat(err.toString().lines()).hasSize(1);
    }

    @Test
    void writesAFailedStepWithTheKernelsAnswer() {
        JsonObject error = json(failedStep());
        assertThat(error.get("phase").getAsString()).isEqualTo("PREPARING");
        assertThat(error.get("step").getAsString()).isEqualTo("bridge");
        assertThat(error.get("operation").getAsString()).isEqualTo("add bridge");
        assertThat(error.get("target").getAsString()).isEqualTo("\"k6t-eth0\"");
        assertThat(error.get("kind").getAsString()).isEqualTo("EXISTS");
        assertThat(error.get("errno").getAsString()).isEqualTo("EEXIST");
        assertThat(error.get("kernelMessage").getAsString()).isEqualTo("it is there");
    }

    @Test
    void saysThatTheUnexpectedIsABug() {
        assertThat(report(new IllegalStateException("this cannot be"))).isEqualTo(1);
        assertThat(err.toString().lines()).singleElement().asString().contains("bug", "this cannot be", "--debug");
    }

    @Test
    void printsAStackTraceForDebuggingAlone() {
        new FailureReport(console, false, true).report(new CommandException("cannot do it"));
        assertThat(err.toString()).contains("podbridge: cannot do it", "\tat ");
    }
}
