package io.podbridge.tests.shapes;

import io.podbridge.testkit.NetnsExtension;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every shape that this kernel has the drivers for. */
@ExtendWith(NetnsExtension.class)
class KernelShapesTest {
    @TempDir
    Path journals;

    static List<Shape> shapes() {
        return Shapes.all().stream().filter(shape -> shape.drivers().isEmpty()).toList();
    }

    @ParameterizedTest
    @MethodSource("shapes")
    void a_pod_gets_what_is_written_beside_it_and_is_given_back(Shape shape) {
        try (World world = new KernelWorld(shape.nic())) {
            new ShapeTrial(shape, world, journals).run();
        }
    }
}
