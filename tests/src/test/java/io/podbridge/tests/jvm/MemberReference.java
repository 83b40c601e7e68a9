package io.podbridge.tests.jvm;

import java.io.IOException;
import java.io.InputStream;
import java.lang.classfile.ClassFile;
import java.lang.classfile.constantpool.MemberRefEntry;
import java.lang.invoke.MethodType;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/**
 * A member of a library that a class of ours refers to.
 *
 * @param owner the class that has it
 * @param name its name
 * @param descriptor its type, as in a class file
 */
record MemberReference(String owner, String name, String descriptor) {

    /** {@return what the classes in a jar refer to in packages that begin so} */
    static Set<MemberReference> of(Path jar, String prefix) throws IOException {
        Set<MemberReference> found = new TreeSet<>(Comparator.comparing(MemberReference::toString));
        try (JarFile open = new JarFile(jar.toFile())) {
            for (JarEntry entry : Collections.list(open.entries())) {
                if (entry.getName().endsWith(".class")) {
                    try (InputStream bytes = open.getInputStream(entry)) {
                        in(bytes.readAllBytes()).filter(member -> member.owner.startsWith(prefix)).forEach(found::add);
                    }
                }
            }
        }
        return found;
    }

    private static Stream<MemberReference> in(byte[] classFile) {
        return StreamSupport.stream(ClassFile.of().parse(classFile).constantPool().spliterator(), false)
                .filter(MemberRefEntry.class::isInstance).map(MemberRefEntry.class::cast)
                .map(entry -> new MemberReference(entry.owner().asInternalName().replace('/', '.'), entry.name().stringValue(),
                        entry.type().stringValue()));
    }

    boolean isIn(ClassLoader libraries) {
        try {
            return isIn(Class.forName(owner, false, libraries));
        } catch (ClassNotFoundException e) {
            return false;
        }
    }

    private boolean isIn(Class<?> type) {
        Stream<Class<?>> above = Stream.concat(Optional.<Class<?>>ofNullable(type.getSuperclass()).stream(),
                Arrays.stream(type.getInterfaces()));
        return hasMethod(type) || hasConstructor(type) || hasField(type) || above.anyMatch(this::isIn);
    }

    private boolean hasMethod(Class<?> type) {
        return Arrays.stream(type.getDeclaredMethods()).anyMatch(method -> method.getName().equals(name)
                && descriptor
                        .equals(MethodType.methodType(method.getReturnType(), method.getParameterTypes()).descriptorString()));
    }

    private boolean hasConstructor(Class<?> type) {
        return name.equals("<init>") && Arrays.stream(type.getDeclaredConstructors()).anyMatch(
                made -> descriptor.equals(MethodType.methodType(void.class, made.getParameterTypes()).descriptorString()));
    }

    private boolean hasField(Class<?> type) {
        return Arrays.stream(type.getDeclaredFields())
                .anyMatch(field -> field.getName().equals(name) && descriptor.equals(field.getType().descriptorString()));
    }
}
