package io.podbridge.tests.shapes;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every shape, in a kernel in memory. */
class FakeShapesTest {
    @TempDir
    Path journals;

    static List<Shape> shapes() {
        return Shapes.all();
    }

    @ParameterizedTest
    @MethodSource("shapes")
    void aPodGetsWhatIsWrittenBesideItAndIsGivenBack(Shape shape) {
        try (World world = new FakeWorld(shape.nic())) {
            new ShapeTrial(shape, world, journals, prepared -> {}).run();
        }
    }

    @AfterAll
    static void report() {
        long refused = Shapes.all().stream().filter(Shape::isRefused).count();
        System.out.println("pod shapes in memory: " + Shapes.all().size() + " tried, " + refused + " of them refused untouched");
    }
}
