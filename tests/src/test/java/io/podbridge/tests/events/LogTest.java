package io.podbridge.tests.events;

import io.podbridge.Bindings;
import io.podbridge.binding.BridgeBinding;
import io.podbridge.event.BindingListener;
import io.podbridge.netlink.NetlinkHandlers;
import io.podbridge.testkit.FakeKernel;
import io.podbridge.testkit.FakePod;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/** The lines of the logger {@code io.podbridge} can be looked for by the words that {@code docs/observing.md} names. */
class LogTest {
    private static final Logger LOGGER = Logger.getLogger("io.podbridge");

    @TempDir
    Path journals;

    private final FakeKernel kernel = FakeKernel.create();
    private final FakePod pod = FakePod.create(kernel);
    private final List<LogRecord> records = new ArrayList<>();
    private final Handler keeper = new Handler() {
        @Override
        public void publish(LogRecord record) {
            records.add(record);
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
    };

    @BeforeEach
    void listen() {
        LOGGER.addHandler(keeper);
        LOGGER.setLevel(Level.FINE);
    }

    @AfterEach
    void listenNoMore() {
        LOGGER.removeHandler(keeper);
        LOGGER.setLevel(null);
    }

    private void prepare(BindingListener listener) {
        Bindings.in(journals).withHandlers(NetlinkHandlers.of(kernel.provider())).withListener(listener)
                .configurator(pod.namespace(), BridgeBinding.of("eth0").withTapOwner(107, 107)).preparePodNetworkInterface();
    }

    private List<String> linesAt(Level level) {
        return records.stream().filter(record -> record.getLevel().equals(level)).map(LogRecord::getMessage).toList();
    }

    @Test
    void eachEventIsALineWithAWordOfItsOwn() {
        prepare(BindingListener.NONE);

        String call = "PREPARE of \"eth0\" in " + pod.namespace();
        assertThat(linesAt(Level.FINE)).allSatisfy(line -> assertThat(line).contains(call))
                .anyMatch(line -> line.matches("request ip link set dev eth0 .* in .* done in [0-9.]+ ms"))
                .anyMatch(line -> line.matches("step bridge in .* done in [0-9.]+ ms"))
                .anyMatch(line -> line.matches("phase PENDING -> PREPARING in .* after [0-9.]+ ms"))
                .last().asString().matches("verb .* done in [0-9.]+ ms");
        assertThat(records).as("nothing that an operator sees unasked").allMatch(record -> record.getLevel().equals(Level.FINE));
    }

    @Test
    void aListenerThatFailsIsOneWarningInEachCall() {
        BindingListener broken = BindingListener.ofRequests((outcome, time) -> {
            throw new IllegalStateException("broken");
        });
        prepare(broken);

        assertThat(linesAt(Level.WARNING)).containsExactly("listener failed: java.lang.IllegalStateException: broken");
    }
}
