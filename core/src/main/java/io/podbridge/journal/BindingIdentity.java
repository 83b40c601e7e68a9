package io.podbridge.journal;

import io.podbridge.netlink.NetworkNamespace;
import io.podbridge.netlink.ProcessIdentity;
import java.nio.file.Path;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * Which namespace a binding is about, in such a way that a later one of the same name, process id or inode is not taken for it. The
 * interface is told by the indices and the MAC address that the record holds besides.
 *
 * @param bootId {@code /proc/sys/kernel/random/boot_id}: nothing outlives a reboot
 * @param cookie the kernel's number of the namespace, never used twice; absent where the backend could not read it
 * @param path the file through which the namespace was reached
 * @param inode device and inode of that file, a hint only
 * @param process the process whose namespace it is, if it was named by one
 */
public record BindingIdentity(String bootId, OptionalLong cookie, Path path, NetworkNamespace.Inode inode,
        Optional<ProcessIdentity> process) {}
