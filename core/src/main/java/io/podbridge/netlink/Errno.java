package io.podbridge.netlink;

import java.util.Arrays;
import java.util.Optional;

/**
 * An error number of the kernel ({@code asm-generic/errno.h}; the same numbers on x86-64 and aarch64).
 *
 * @param number the positive number; one without a name here is kept
 */
public record Errno(int number) {

    /**
     * The number of a name.
     *
     * @param name such as {@code EEXIST}
     * @return the number
     * @throws IllegalArgumentException if the name is not known
     */
    public static Errno named(String name) {
        return Arrays.stream(Known.values()).filter(known -> known.name().equals(name)).findFirst()
                .map(known -> new Errno(known.number))
                .orElseThrow(() -> new IllegalArgumentException("\"" + name + "\" is no name of an errno that is known here"));
    }

    /**
     * The number of a text of {@code strerror(3)} in the C locale.
     *
     * @param text such as {@code File exists}
     * @return the number, if the text is a known one
     */
    public static Optional<Errno> ofText(String text) {
        return Arrays.stream(Known.values()).filter(known -> known.text.equals(text)).findFirst()
                .map(known -> new Errno(known.number));
    }

    /** {@return the name, such as {@code EEXIST}, or {@code errno 4711} for an unknown one} */
    public String name() {
        return known().map(Enum::name).orElse("errno " + number);
    }

    /** {@return the text of {@code strerror(3)}, such as {@code File exists}} */
    public String text() {
        return known().map(known -> known.text).orElse("Unknown error " + number);
    }

    /**
     * Whether it is this one.
     *
     * @param name such as {@code EEXIST}
     * @return whether the name is that of this number
     */
    public boolean is(String name) {
        return name().equals(name);
    }

    @Override
    public String toString() {
        return text() + " (" + name() + ")";
    }

    private Optional<Known> known() {
        return Arrays.stream(Known.values()).filter(known -> known.number == number).findFirst();
    }

    private enum Known {
        EPERM(1, "Operation not permitted"),
        ENOENT(2, "No such file or directory"),
        ESRCH(3, "No such process"),
        EINTR(4, "Interrupted system call"),
        EIO(5, "Input/output error"),
        ENXIO(6, "No such device or address"),
        E2BIG(7, "Argument list too long"),
        EBADF(9, "Bad file descriptor"),
        EAGAIN(11, "Resource temporarily unavailable"),
        ENOMEM(12, "Cannot allocate memory"),
        EACCES(13, "Permission denied"),
        EFAULT(14, "Bad address"),
        EBUSY(16, "Device or resource busy"),
        EEXIST(17, "File exists"),
        EXDEV(18, "Invalid cross-device link"),
        ENODEV(19, "No such device"),
        ENOTDIR(20, "Not a directory"),
        EISDIR(21, "Is a directory"),
        EINVAL(22, "Invalid argument"),
        ENFILE(23, "Too many open files in system"),
        EMFILE(24, "Too many open files"),
        ENOTTY(25, "Inappropriate ioctl for device"),
        ENOSPC(28, "No space left on device"),
        EROFS(30, "Read-only file system"),
        ERANGE(34, "Numerical result out of range"),
        ENAMETOOLONG(36, "File name too long"),
        ENOSYS(38, "Function not implemented"),
        ELOOP(40, "Too many levels of symbolic links"),
        EBADE(52, "Invalid exchange"),
        EBADFD(77, "File descriptor in bad state"),
        EMSGSIZE(90, "Message too long"),
        ENOPROTOOPT(92, "Protocol not available"),
        EPROTONOSUPPORT(93, "Protocol not supported"),
        EOPNOTSUPP(95, "Operation not supported"),
        EAFNOSUPPORT(97, "Address family not supported by protocol"),
        EADDRINUSE(98, "Address already in use"),
        EADDRNOTAVAIL(99, "Cannot assign requested address"),
        ENETDOWN(100, "Network is down"),
        ENETUNREACH(101, "Network is unreachable"),
        ENOBUFS(105, "No buffer space available"),
        ENOTCONN(107, "Transport endpoint is not connected"),
        ETIMEDOUT(110, "Connection timed out"),
        EHOSTUNREACH(113, "No route to host"),
        EALREADY(114, "Operation already in progress"),
        EINPROGRESS(115, "Operation now in progress"),
        ENOTSUPP(524, "Operation not supported inside the kernel");

        private final int number;
        private final String text;

        Known(int number, String text) {
            this.number = number;
            this.text = text;
        }
    }
}
