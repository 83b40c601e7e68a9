import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassFileVersion;
import java.lang.classfile.ClassHierarchyResolver;
import java.lang.classfile.ClassModel;
import java.lang.classfile.ClassTransform;
import java.lang.constant.ClassDesc;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.List;

/**
 * FrameClasses.java JAR   gives the classes of a jar that were compiled for Java 5, which are picocli's, the stack map frames of Java 8, with
 *                         the same code. The JVM verifies them faster then, and an ahead-of-time cache takes them in, which it refuses before.
 */
class FrameClasses {
    private static final int FIRST_WITH_FRAMES = ClassFile.JAVA_6_VERSION;

    public static void main(String... arguments) throws IOException {
        try (FileSystem jar = FileSystems.newFileSystem(Path.of(arguments[0])); var files = Files.walk(jar.getPath("/"))) {
            ClassFile classes = ClassFile.of(ClassFile.StackMapsOption.GENERATE_STACK_MAPS,
                    ClassFile.ClassHierarchyResolverOption.of(inside(jar).orElse(ClassHierarchyResolver.defaultResolver())));
            List<Path> compiled = files.filter(file -> file.toString().endsWith(".class")).toList();
            for (Path file : compiled) {
                ClassModel found = classes.parse(Files.readAllBytes(file));
                if (found.majorVersion() < FIRST_WITH_FRAMES) {
                    replace(file, classes.transformClass(found, framed()));
                }
            }
        }
    }

    private static ClassHierarchyResolver inside(FileSystem jar) {
        return ClassHierarchyResolver.ofResourceParsing(type -> open(jar, type)).cached();
    }

    /** No stream is what the resolver wants for a class that is not there. */
    private static InputStream open(FileSystem jar, ClassDesc type) {
        String descriptor = type.descriptorString();
        Path file = jar.getPath(descriptor.substring(1, descriptor.length() - 1) + ".class");
        try {
            return Files.exists(file) ? Files.newInputStream(file) : null;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Code that goes through a transformation is written anew, and its frames with it; otherwise it would be copied. */
    private static ClassTransform framed() {
        ClassFileVersion version = ClassFileVersion.of(ClassFile.JAVA_8_VERSION, 0);
        ClassTransform versioned = (written, element) -> written.with(element instanceof ClassFileVersion ? version : element);
        return versioned.andThen(ClassTransform.transformingMethodBodies((written, element) -> written.with(element)));
    }

    /** The time stays, so that a jar that is built twice is the same. */
    private static void replace(Path file, byte[] content) throws IOException {
        FileTime time = Files.getLastModifiedTime(file);
        Files.write(file, content);
        Files.setLastModifiedTime(file, time);
    }
}
