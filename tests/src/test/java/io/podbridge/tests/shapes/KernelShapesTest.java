package io.podbridge.tests.shapes;

import io.podbridge.PreparedPod;
import io.podbridge.netlink.model.LinkKind;
import io.podbridge.testkit.NetnsExtension;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every shape that this kernel has the drivers for; the others are tried in memory alone, and the report names the drivers. */
@ExtendWith(NetnsExtension.class)
class KernelShapesTest {
    private static int bound;
    private static int refused;
    private static int guests;

    @TempDir
    Path journals;

    static List<Shape> shapes() {
        return Shapes.madeOf(Drivers.there());
    }

    @ParameterizedTest
    @MethodSource("shapes")
    void aPodGetsWhatIsWrittenBesideItAndIsGivenBack(Shape shape) {
        try (KernelWorld world = new KernelWorld(shape.nic())) {
            new ShapeTrial(shape, world, journals, prepared -> hasGuest(world, prepared)).run();
        }
        if (shape.isRefused()) {
            refused++;
        } else {
            bound++;
        }
    }

    /** A frame of the guest's comes to the node by a veth alone: other NICs lead to no node here. */
    private static void hasGuest(KernelWorld world, PreparedPod prepared) {
        if (prepared.podInterface().link().isKind(LinkKind.VETH)) {
            new ShapeGuest(world.pod(), world.nodeEnd(prepared.podInterface().name()), prepared).speaksWithTheNode();
            guests++;
        }
    }

    @AfterAll
    static void report() {
        List<Shape> left = Shapes.all().stream().filter(shape -> !Drivers.there().containsAll(shape.drivers())).toList();
        System.out.println("pod shapes on this kernel: " + bound + " bound and given back, " + guests
                + " of them with a guest that spoke with the node, " + refused + " refused untouched; "
                + left.size() + " are tried in memory alone, since it does not make their links: " + Drivers.missing());
    }
}
