package io.podbridge.tests.shapes;

import java.util.List;
import java.util.stream.Stream;

/** The table. */
final class Shapes {

    private Shapes() {}

    static List<Shape> all() {
        return Stream.of(OverlayShapes.all(), RoutedShapes.all(), PeculiarShapes.all(), RefusedShapes.all())
                .flatMap(shapes -> shapes).toList();
    }
}
