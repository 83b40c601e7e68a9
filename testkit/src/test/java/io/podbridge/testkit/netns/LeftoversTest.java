package io.podbridge.testkit.netns;

import io.podbridge.netlink.request.Command;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class LeftoversTest {

    @Test
    void areDeletedWhenTheJvmEnds() {
        NetnsRequirement.check();
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();

        String name = ToolProcess
                .run(Command.of(java, "-cp", System.getProperty("java.class.path"), Careless.class.getName())).strip();

        assertThat(name).startsWith("podbridge-").endsWith("-careless");
        assertThat(Path.of("/run/netns", name)).doesNotExist();
    }

    /** Makes a namespace and ends without closing it. */
    static final class Careless {
        private Careless() {}

        public static void main(String[] arguments) {
            TestNamespace left = TestNamespace.create("careless");
            System.out.println(Files.exists(Path.of("/run/netns", left.name())) ? left.name() : "it was never there");
        }
    }
}
