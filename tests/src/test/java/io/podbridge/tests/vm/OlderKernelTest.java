package io.podbridge.tests.vm;

import io.podbridge.tests.documents.SourceTree;
import io.podbridge.tests.jvm.ThisJava;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

import static org.assertj.core.api.Assertions.assertThat;

/** The suites that need a kernel pass on Debian's too, in an emulated machine. It takes minutes, so it is for {@code -Pvm}. */
@EnabledIfSystemProperty(named = DebianKernel.CACHE, matches = ".+")
class OlderKernelTest {
    private static final Path DIRECTORY = SourceTree.at("tests/target/vm/suites");

    private static final String ON_THAT_KERNEL = "passed on Linux 6\\.1\\.\\S+: \\d+ tests";
    private static final int FEWEST_TESTS = 500;

    @Test
    void everySuiteRunsAndPassesThere() throws Exception {
        VirtualMachine vm = new VirtualMachine(DIRECTORY);
        int exit = vm.run(ThisJava.command(GuestSuites.class));
        List<String> said = vm.output();
        said.forEach(System.out::println);
        assertThat(exit).as("exit code of the suites; what failed is told above").isZero();
        assertThat(said.getLast()).matches(ON_THAT_KERNEL);
        assertThat(Integer.parseInt(said.getLast().replaceAll(".* (\\d+) tests$", "$1"))).isGreaterThan(FEWEST_TESTS);
    }
}
