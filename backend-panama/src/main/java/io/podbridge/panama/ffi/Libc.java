package io.podbridge.panama.ffi;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemoryLayout;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.StructLayout;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.VarHandle;

import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;

/** The one native call: {@code long syscall(long number, ...)} of the C library, with errno captured in that call's own memory. */
final class Libc {
    private static final Linker LINKER = Linker.nativeLinker();
    private static final StructLayout CAPTURED = Linker.Option.captureStateLayout();
    private static final VarHandle ERRNO = CAPTURED.varHandle(MemoryLayout.PathElement.groupElement("errno"));
    private static final MethodHandle SYSCALL = bind();
    private static final Architecture ARCHITECTURE = Architecture.current().orElseThrow();

    private Libc() {}

    /** Links the call, if that has not been done; what goes wrong is thrown here and not at the first use. */
    static void link() {
        if (SYSCALL.type().parameterCount() == 0) {
            throw new IllegalStateException("syscall(2) takes arguments");
        }
    }

    @SuppressWarnings("restricted")
    private static MethodHandle bind() {
        MemorySegment symbol = LINKER.defaultLookup().find("syscall")
                .orElseThrow(() -> new IllegalStateException("the C library has no syscall(2)"));
        FunctionDescriptor shape = FunctionDescriptor.of(JAVA_LONG, JAVA_LONG, JAVA_LONG, JAVA_LONG, JAVA_LONG, JAVA_LONG,
                JAVA_LONG,
                JAVA_LONG);
        return LINKER.downcallHandle(symbol, shape, Linker.Option.captureCallState("errno"), Linker.Option.firstVariadicArg(1));
    }

    /**
     * Makes a system call.
     *
     * @param call which
     * @param a up to six arguments, numbers and addresses; the rest is zero
     * @return what it returned, not negative
     * @throws SystemCallException if it failed
     */
    static long call(SystemCall call, long... a) throws SystemCallException {
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment captured = arena.allocate(CAPTURED);
            long result = (long) SYSCALL.invokeExact(captured, call.number(ARCHITECTURE), at(a, 0), at(a, 1), at(a, 2), at(a, 3),
                    at(a, 4),
                    at(a, 5));
            if (result < 0) {
                throw new SystemCallException(call.name(), (int) ERRNO.get(captured, 0L));
            }
            return result;
        } catch (SystemCallException | RuntimeException | Error e) {
            throw e;
        } catch (Throwable e) {
            throw new IllegalStateException("a native call threw", e);
        }
    }

    private static long at(long[] arguments, int index) {
        return index < arguments.length ? arguments[index] : 0;
    }

    /** {@return memory for one number that the kernel reads or writes} */
    static MemorySegment number(Arena arena, int value) {
        return arena.allocateFrom(JAVA_INT, value);
    }
}
