package io.podbridge.tests.jvm;

import java.nio.file.Path;
import java.util.Collection;

/** Where a program finds its jars. */
enum JavaPath {
    CLASS_PATH("ALL-UNNAMED") {
        @Override
        JavaCommand of(JavaCommand java, Collection<Path> jars, String main) {
            return java.classPath(jars, main);
        }
    },
    MODULE_PATH("io.podbridge.panama") {
        @Override
        JavaCommand of(JavaCommand java, Collection<Path> jars, String main) {
            return java.modulePath(jars, "example/" + main);
        }
    };

    private final String callers;

    JavaPath(String callers) {
        this.callers = callers;
    }

    abstract JavaCommand of(JavaCommand java, Collection<Path> jars, String main);

    /** {@return the flag that lets panama call native code} */
    String nativeAccess() {
        return "--enable-native-access=" + callers;
    }
}
