package io.podbridge.tests.architecture;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import com.tngtech.archunit.core.domain.JavaModifier;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static io.podbridge.tests.architecture.House.CLASSES;
import static org.assertj.core.api.Assertions.assertThat;

class ArchitectureTest {
    @Test
    void allClassesAreLookedAt() {
        assertThat(CLASSES.size()).isGreaterThan(House.FEWEST_CLASSES);
    }

    @Test
    void theHouseHasCoreTheBackendsTheTestkitAndTheProgram() {
        assertThat(House.ALL).extracting(module -> module.get(module.size() - 1)).containsExactly("io.podbridge.netlink.model",
                "io.podbridge.panama.ffi", "io.podbridge.iproute2.process", "io.podbridge.testkit.netns",
                "io.podbridge.cli.output");
    }

    @Test
    void everyPackageHasItsRoom() {
        Set<String> rooms = House.ALL.stream().flatMap(List::stream).collect(Collectors.toSet());
        Set<String> packages = CLASSES.stream().map(JavaClass::getPackageName).collect(Collectors.toSet());
        assertThat(packages).isEqualTo(rooms);
    }

    static Stream<List<String>> floors() {
        return House.ALL.stream()
                .flatMap(house -> Stream.iterate(1, i -> i < house.size(), i -> i + 1).map(i -> house.subList(0, i + 1)));
    }

    @ParameterizedTest
    @MethodSource("floors")
    void aPackageImportsOnlyThoseBelowIt(List<String> downTo) {
        String room = downTo.get(downTo.size() - 1);
        String[] above = downTo.subList(0, downTo.size() - 1).toArray(String[]::new);
        noClasses().that().resideInAPackage(room).should().dependOnClassesThat().resideInAnyPackage(above).check(CLASSES);
    }

    @Test
    void coreKnowsNoBackendAndNoUserOfIt() {
        noClasses().that().resideInAnyPackage(House.CORE.toArray(String[]::new)).should().dependOnClassesThat()
                .resideInAnyPackage(House.ALL_OF_PANAMA, House.ALL_OF_IPROUTE2, House.ALL_OF_TESTKIT, House.ALL_OF_CLI)
                .check(CLASSES);
    }

    @Test
    void aBackendKnowsCoreAlone() {
        noClasses().that().resideInAPackage(House.ALL_OF_PANAMA).should().dependOnClassesThat()
                .resideInAnyPackage(House.ALL_OF_IPROUTE2, House.ALL_OF_TESTKIT, House.ALL_OF_CLI).check(CLASSES);
        noClasses().that().resideInAPackage(House.ALL_OF_IPROUTE2).should().dependOnClassesThat()
                .resideInAnyPackage(House.ALL_OF_PANAMA, House.ALL_OF_TESTKIT, House.ALL_OF_CLI).check(CLASSES);
    }

    @Test
    void testkitAndCliKnowCoreAlone() {
        noClasses().that().resideInAPackage(House.ALL_OF_TESTKIT).should().dependOnClassesThat()
                .resideInAnyPackage(House.ALL_OF_PANAMA, House.ALL_OF_IPROUTE2, House.ALL_OF_CLI).check(CLASSES);
        noClasses().that().resideInAPackage(House.ALL_OF_CLI).should().dependOnClassesThat()
                .resideInAnyPackage(House.ALL_OF_PANAMA, House.ALL_OF_IPROUTE2, House.ALL_OF_TESTKIT).check(CLASSES);
    }

    @Test
    void testkitIsUsableWithoutJunitAndAssertj() {
        noClasses().that().resideInAPackage(House.ALL_OF_TESTKIT)
                .and().resideOutsideOfPackages("io.podbridge.testkit.contract", "io.podbridge.testkit.assertions")
                .and().doNotHaveSimpleName("NetnsExtension").and().doNotHaveSimpleName("NetnsRequirement").should()
                .dependOnClassesThat().resideInAnyPackage("org.junit..", "org.assertj..", "org.opentest4j..").check(CLASSES);
        noClasses().that().resideInAPackage("io.podbridge.testkit").and().doNotHaveSimpleName("NetnsExtension").should()
                .dependOnClassesThat().haveSimpleName("NetnsRequirement").check(CLASSES);
    }

    @Test
    void nativeMemoryIsTheBusinessOfOnePackage() {
        noClasses().that().resideOutsideOfPackage("io.podbridge.panama.ffi").should().dependOnClassesThat()
                .resideInAPackage("java.lang.foreign..").check(CLASSES);
    }

    @Test
    void exportedSignaturesHaveNoTypeOfGuavaOrGson() {
        List<String> foreign = Exports.ofAllModules().stream().flatMap(Exports::types)
                .flatMap(type -> type.getCodeUnits().stream()).filter(unit -> unit.getModifiers().contains(JavaModifier.PUBLIC))
                .filter(ArchitectureTest::namesForeignType).map(JavaCodeUnit::getFullName).toList();
        assertThat(foreign).isEmpty();
    }

    private static boolean namesForeignType(JavaCodeUnit unit) {
        return Stream.concat(Stream.of(unit.getRawReturnType()), unit.getRawParameterTypes().stream())
                .anyMatch(type -> type.getPackageName().startsWith("com.google."));
    }
}
