package io.podbridge.tests.architecture;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaModifier;
import io.podbridge.tests.documents.SourceTree;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A package that a module exports.
 *
 * @param sources the folder of the module's sources
 * @param name the package
 */
record Exports(Path sources, String name) {
    private static final List<String> MODULES = List.of("core", "testkit", "backend-panama", "backend-iproute2", "cli");
    private static final Pattern EXPORTS = Pattern.compile("\n    exports ([a-z0-9.]+);");

    static List<Exports> ofAllModules() {
        return MODULES.stream().map(module -> SourceTree.at(module).resolve("src/main/java")).flatMap(Exports::of).toList();
    }

    private static Stream<Exports> of(Path sources) {
        return EXPORTS.matcher(SourceTree.text(sources.resolve("module-info.java"))).results()
                .map(found -> new Exports(sources, found.group(1)));
    }

    /** {@return the types in it that are public, nested ones too if all around them are} */
    Stream<JavaClass> types() {
        return House.CLASSES.stream().filter(type -> type.getPackageName().equals(name)).filter(Exports::isPublic);
    }

    private static boolean isPublic(JavaClass type) {
        return type.getModifiers().contains(JavaModifier.PUBLIC) && type.getEnclosingClass().map(Exports::isPublic).orElse(true);
    }

    /** {@return the text of its description} */
    String description() {
        return SourceTree.text(sources.resolve(name.replace('.', '/')).resolve("package-info.java"));
    }
}
