package io.podbridge.journal;

import com.google.common.net.PercentEscaper;
import io.podbridge.netlink.NetworkNamespace;

/**
 * Which binding a file is about. Its text is the stem of the names of all files about it, and no two bindings have the same: device and
 * inode of the namespace are numbers, and what is neither letter nor digit nor one of {@code . _ -} in the interface's name is written as
 * {@code %} and two hexadecimal digits for each byte of UTF-8.
 *
 * @param namespace device and inode of the namespace
 * @param interfaceName the name under which the pod knows the interface
 */
record BindingKey(NetworkNamespace.Inode namespace, String interfaceName) {
    private static final PercentEscaper NAME = new PercentEscaper("._-", false);

    /** {@return the stem, such as {@code 4-4026532281-eth0}} */
    @Override
    public String toString() {
        return Long.toUnsignedString(namespace.device()) + "-" + Long.toUnsignedString(namespace.number()) + "-"
                + NAME.escape(interfaceName);
    }
}
