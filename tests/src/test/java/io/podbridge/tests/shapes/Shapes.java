package io.podbridge.tests.shapes;

import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** The table. */
final class Shapes {

    private Shapes() {}

    static List<Shape> all() {
        return Stream.of(OverlayShapes.all(), RoutedShapes.all(), PeculiarShapes.all(), RefusedShapes.all())
                .flatMap(shapes -> shapes).toList();
    }

    /** {@return those that need no other drivers than these} */
    static List<Shape> madeOf(Set<Driver> drivers) {
        return all().stream().filter(shape -> drivers.containsAll(shape.drivers())).toList();
    }
}
