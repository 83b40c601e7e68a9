package io.podbridge.tests.architecture;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaModifier;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What users compile against. That all of it is documented, and that none of it has a type of a package that is not exported, the compiler and
 * Javadoc see to.
 */
class ApiTest {
    /** What a user, or a backend of a user's own, may be; all else that is abstract is sealed. */
    private static final Set<String> OPEN = Set.of("io.podbridge.event.BindingListener", "io.podbridge.netlink.RequestListener",
            "io.podbridge.netlink.NetlinkHandlerProvider", "io.podbridge.netlink.NetlinkHandler",
            "io.podbridge.netlink.request.NetlinkRequest", "io.podbridge.netlink.request.LinkChange",
            "io.podbridge.testkit.contract.NetlinkHandlerContract", "io.podbridge.testkit.contract.ContractNamespace",
            "io.podbridge.testkit.contract.UnprivilegedWork");
    /** What takes more than three things, for which a builder would be more to read: an exception, the ends of a veth, and a route. */
    private static final Set<String> LONG = Set.of("StepFailedException.<init>", "FakeKernel.vethPair",
            "ContractNamespace.addRouteByNextHopObject", "KernelNamespace.addRouteByNextHopObject");

    /** Records that a user is given, and makes none of. */
    private static final Set<String> HANDED_OUT = Set.of("FakePod", "RecordedRequest", "Drift", "BindingPlan", "ProviderStatus",
            "NamespaceState", "PhaseEvent", "StepEvent", "OwnLinks");

    static List<Exports> exported() {
        return Exports.ofAllModules();
    }

    private static Stream<JavaClass> types() {
        return exported().stream().flatMap(Exports::types);
    }

    @Test
    void allTypesAreLookedAt() {
        assertThat(types()).hasSizeGreaterThan(130);
    }

    /** One rule for all: a package has it, and what came later than its package has its own. */
    @ParameterizedTest
    @MethodSource("exported")
    void aPackageSaysSinceWhenItIsThere(Exports exported) {
        assertThat(exported.description()).containsPattern("\n \\* @since \\d+\\.\\d+\\.\\d+\n");
    }

    @Test
    void everyPackageSaysThatNothingInItIsNullUnlessItIsMarked() {
        Set<String> unmarked = House.CLASSES.stream().map(JavaClass::getPackage)
                .filter(room -> !room.isAnnotatedWith(NullMarked.class))
                .map(room -> room.getName()).collect(Collectors.toSet());
        assertThat(unmarked).isEmpty();
    }

    @Test
    void whatNobodyOutsideCanAddToIsSealed() {
        assertThat(types().filter(type -> type.getModifiers().contains(JavaModifier.ABSTRACT) && !type.isAnnotation())
                .filter(type -> !type.reflect().isSealed()).map(JavaClass::getName)).containsExactlyInAnyOrderElementsOf(OPEN);
    }

    /** All other records of more than three components have a builder, or a method that changes each. */
    @Test
    void recordsOfMoreThanThreeComponentsAreHandedOutOrBuilt() {
        assertThat(types().filter(type -> type.isRecord() && type.reflect().getRecordComponents().length > 3)
                .filter(type -> !isBuilt(type)).map(JavaClass::getSimpleName)).containsExactlyInAnyOrderElementsOf(HANDED_OUT);
    }

    private static boolean isBuilt(JavaClass type) {
        Set<String> methods = type.getMethods().stream().map(method -> method.getName().toLowerCase(Locale.ROOT))
                .collect(Collectors.toSet());
        return methods.contains("builder") || Stream.of(type.reflect().getRecordComponents())
                .allMatch(component -> methods.contains("with" + component.getName().toLowerCase(Locale.ROOT)));
    }

    @Test
    void nothingThatAUserCallsTakesMoreThanThreeThings() {
        assertThat(types().flatMap(type -> type.getCodeUnits().stream())
                .filter(unit -> unit.getModifiers().contains(JavaModifier.PUBLIC))
                .filter(unit -> unit.getRawParameterTypes().size() > 3)
                .filter(unit -> !(unit.isConstructor() && unit.getOwner().isRecord()))
                .map(unit -> unit.getOwner().getSimpleName() + "." + unit.getName())).containsExactlyInAnyOrderElementsOf(LONG);
    }
}
