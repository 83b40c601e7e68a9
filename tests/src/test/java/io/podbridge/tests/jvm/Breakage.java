package io.podbridge.tests.jvm;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/** What can be wrong with a backend. All are made of the provider under {@code src/test/resources/broken}. */
enum Breakage {
    NOTHING("", "", "nothing available: sound"),
    CLASS_IS_MISSING("", "", "Provider broken.class_is_missing.Provider not found") {
        @Override
        SmallJar damage(SmallJar jar) {
            return jar.without("broken/class_is_missing/Provider.class");
        }
    },
    JAVA_IS_TOO_OLD("", "", "has been compiled by a more recent version of the Java Runtime") {
        @Override
        SmallJar damage(SmallJar jar) {
            return jar.fromTheFuture("broken/java_is_too_old/Provider.class");
        }
    },
    CONSTRUCTOR_THROWS("super();", "throw new IllegalStateException(\"oops\");",
            "Provider broken.constructor_throws.Provider could not be instantiated: java.lang.IllegalStateException: oops"),
    INITIALIZER_THROWS("/** Keeps", "static final int NUMBER = Integer.parseInt(\"oops\"); /** Keeps",
            "Provider broken.initializer_throws.Provider could not be instantiated: java.lang.ExceptionInInitializerError"),
    ID_THROWS("return \"id_throws\";", "throw new IllegalStateException(\"oops\");",
            "broken.id_throws.Provider failed when asked for id and priority: java.lang.IllegalStateException: oops"),
    ID_IS_NULL("return \"id_is_null\";", "return null;",
            "broken.id_is_null.Provider failed when asked for id and priority: java.lang.NullPointerException: its id is null"),
    PRIORITY_THROWS("return 1000;", "throw new IllegalStateException(\"oops\");",
            "broken.priority_throws.Provider failed when asked for id and priority: java.lang.IllegalStateException: oops"),
    AVAILABILITY_THROWS("return Availability.available(\"sound\");", "throw new NoClassDefFoundError(\"oops\");",
            "availability_throws unavailable: it failed when asked: java.lang.NoClassDefFoundError: oops"),
    AVAILABILITY_IS_NULL("return Availability.available(\"sound\");", "return null;",
            "availability_is_null unavailable: it failed when asked: java.lang.NullPointerException: its answer is null");

    private final String sound;
    private final String broken;
    private final String complaint;

    Breakage(String sound, String broken, String complaint) {
        this.sound = sound;
        this.broken = broken;
        this.complaint = complaint;
    }

    /** {@return what is said of it} */
    String complaint() {
        return complaint;
    }

    SmallJar damage(SmallJar jar) {
        return jar;
    }

    /** {@return the jar of a backend with this flaw, which class path and module path know} */
    Path jar(Path folder) throws IOException {
        String name = name().toLowerCase(Locale.ROOT);
        Path sources = Files.createDirectories(folder.resolve(name));
        for (String file : List.of("Provider.java", "module-info.java")) {
            String text = Files.readString(Jars.sources("broken").resolve(file)).replace("NAME", name);
            Files.writeString(sources.resolve(file), text.replace(sound, broken));
        }
        return damage(SmallJar.compiled(sources, folder, Jars.toCompileWith()))
                .with("META-INF/services/io.podbridge.netlink.NetlinkHandlerProvider", "broken." + name + ".Provider\n")
                .write(folder.resolve(name + ".jar"));
    }
}
