package io.podbridge.tests.architecture;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import io.podbridge.tests.documents.SourceTree;
import java.util.List;
import java.util.regex.Pattern;

/** The modules and their packages as ARCHITECTURE.md lists them, from the top down: a package imports only those that stand below it. */
final class House {
    private static final Pattern MODULE = Pattern.compile("(?m)(?:^    io\\.podbridge\\S* .*\n)+");
    private static final Pattern PACKAGE = Pattern.compile("(?m)^    (\\S+) ");

    static final List<List<String>> ALL = MODULE.matcher(SourceTree.text("ARCHITECTURE.md")).results()
            .map(module -> PACKAGE.matcher(module.group()).results().map(line -> line.group(1)).toList()).toList();
    static final List<String> CORE = ALL.get(0);
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
