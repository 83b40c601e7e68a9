package io.podbridge.guest;

import io.podbridge.netlink.ProcessIdentity;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.NoSuchFileException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads the names of one process. */
final class ProcessNames {
    private final ProcessIdentity process;
    private final ProcessRoot root;
    private final List<String> warnings = new ArrayList<>();

    ProcessNames(ProcessIdentity process) {
        this.process = process;
        this.root = ProcessRoot.of(process.pid());
    }

    GuestNames read() {
        ResolvConf resolvConf = resolvConf();
        GuestNames names = new GuestNames(resolvConf, hostName(), warnings);
        String ended = "the guest is told of no names: process " + process.pid() + " has ended";
        return process.isAlive() ? names : new GuestNames(ResolvConf.EMPTY, Optional.empty(), List.of(ended));
    }

    private ResolvConf resolvConf() {
        try {
            return ResolvConf.parse(root.read("etc/resolv.conf", ResolvConf.MOST_BYTES));
        } catch (IOException e) {
            return new ResolvConf(List.of(), List.of(),
                    List.of("the guest is told of no name servers: " + reason("/etc/resolv.conf", e)));
        }
    }

    private Optional<HostName> hostName() {
        return utsName().or(this::fileName).flatMap(name -> {
            try {
                return Optional.of(new HostName(name));
            } catch (IllegalArgumentException e) {
                warnings.add("the guest is told of no host name: the pod's is " + e.getMessage());
                return Optional.empty();
            }
        });
    }

    private Optional<String> utsName() {
        try {
            return UtsName.of(process.pid());
        } catch (IOException e) {
            warnings.add("the host name of process " + process.pid() + " is looked for in its /etc/hostname: "
                    + reason("UTS namespace", e));
            return Optional.empty();
        }
    }

    /** Comments, as hostname(5) has them, are skipped. */
    private Optional<String> fileName() {
        try {
            return root.read("etc/hostname", ResolvConf.MOST_BYTES).lines().map(String::strip)
                    .filter(line -> !line.isEmpty() && !line.startsWith("#")).findFirst();
        } catch (NoSuchFileException e) {
            return Optional.empty();
        } catch (IOException e) {
            warnings.add("the guest is told of no host name: " + reason("/etc/hostname", e));
            return Optional.empty();
        }
    }

    private String reason(String what, IOException e) {
        String subject = "process " + process.pid();
        if (e instanceof NoSuchFileException) {
            return subject + " has no " + what;
        }
        return "cannot read the " + what + " of " + subject + ": "
                + (e instanceof AccessDeniedException
                        ? "Permission denied; it needs CAP_SYS_PTRACE, or the owner of the process"
                        : e.getMessage());
    }
}
