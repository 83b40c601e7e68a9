package io.podbridge.tests.architecture;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.List;

/** The modules and their packages, each list from the top down: a package imports only those that stand below it. */
final class House {
    static final List<String> CORE = List.of("io.podbridge", "io.podbridge.internal.engine", "io.podbridge.internal.step",
            "io.podbridge.internal.preflight", "io.podbridge.internal.pod", "io.podbridge.internal.watch", "io.podbridge.journal",
            "io.podbridge.journal.codec", "io.podbridge.journal.json", "io.podbridge.guest", "io.podbridge.event",
            "io.podbridge.binding", "io.podbridge.netlink.state", "io.podbridge.netlink", "io.podbridge.netlink.request",
            "io.podbridge.netlink.model");
    static final List<String> PANAMA = List.of("io.podbridge.panama", "io.podbridge.panama.handler", "io.podbridge.panama.socket",
            "io.podbridge.panama.rtnetlink", "io.podbridge.panama.wire", "io.podbridge.panama.ffi");
    static final List<String> IPROUTE2 = List.of("io.podbridge.iproute2", "io.podbridge.iproute2.handler",
            "io.podbridge.iproute2.json", "io.podbridge.iproute2.process");
    static final List<List<String>> ALL = List.of(CORE, PANAMA, IPROUTE2);
    static final String ALL_OF_PANAMA = "io.podbridge.panama..";
    static final String ALL_OF_IPROUTE2 = "io.podbridge.iproute2..";
    static final String ALL_OF_TESTKIT = "io.podbridge.testkit..";
    static final String ALL_OF_CLI = "io.podbridge.cli..";

    /** Fewer than there are by a margin; a check that finds next to nothing has looked in the wrong place. */
    static final int FEWEST_CLASSES = 250;

    static final JavaClasses CLASSES = new ClassFileImporter().withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("io.podbridge");

    private House() {}
}
