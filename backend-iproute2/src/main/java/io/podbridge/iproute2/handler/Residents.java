package io.podbridge.iproute2.handler;

import io.podbridge.iproute2.process.Deadline;
import io.podbridge.iproute2.process.SettingsFolder;
import io.podbridge.iproute2.process.ToolException;
import io.podbridge.iproute2.process.Toolbox;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Two {@code ip(8)} inside a namespace: one that is asked, and one that waits until that knows wrong names, or was killed at a deadline, and holds the
 * namespace meanwhile. Each works in a folder of settings, so that these can be reached.
 */
final class Residents implements AutoCloseable {
    private static final System.Logger LOG = System.getLogger(Residents.class.getName());
    private static final Path IPV4 = Path.of("/proc/sys/net/ipv4/conf");
    private static final Path IPV6 = Path.of("/proc/sys/net/ipv6/conf");

    private final Toolbox here;
    private IpProcess asked;
    private IpProcess waiting;
    private Optional<Ahead> next = Optional.empty();

    private Residents(Toolbox here, IpProcess asked, IpProcess waiting) {
        this.here = here;
        this.asked = asked;
        this.waiting = waiting;
    }

    /**
     * Both at once, since a start takes as long as some dozens of answers.
     *
     * @throws ToolException REFUSED with the words of {@code nsenter(1)} if the namespace cannot be entered
     */
    static Residents move(Toolbox here, Path namespace, Deadline deadline) throws ToolException {
        Ahead second = Ahead.start(here.inside(namespace), IPV6, deadline);
        try {
            IpProcess first = IpProcess.start(here.inside(namespace), IPV4, deadline);
            return new Residents(here, beside(first, second, here, deadline), first);
        } catch (ToolException | RuntimeException e) {
            second.close();
            throw e;
        }
    }

    /** The path may lead elsewhere by now. */
    private static IpProcess beside(IpProcess first, Ahead second, Toolbox here, Deadline deadline) throws ToolException {
        try {
            IpProcess other = second.get(deadline);
            if (Files.isSameFile(first.namespace(), other.namespace())) {
                return other;
            }
            other.close();
            return IpProcess.start(here.inside(first.namespace()), IPV6, deadline);
        } catch (IOException e) {
            first.close();
            throw ToolException.lost("a process that was to hold it has ended: " + e.getMessage());
        } catch (ToolException | RuntimeException e) {
            first.close();
            throw e;
        }
    }

    /** {@return a file of the namespace, for as long as one of them lives} */
    Path namespace() throws ToolException {
        if (asked.isAlive()) {
            return asked.namespace();
        }
        if (waiting.isAlive()) {
            return waiting.namespace();
        }
        throw ToolException.lost("the processes that held it have ended; open another handler");
    }

    /** {@return one that knows no wrong names} */
    IpProcess knowing(Deadline deadline) throws ToolException {
        return asked.isMistaken() ? follow(deadline) : any(deadline);
    }

    /** {@return one for what is told by index} */
    IpProcess any(Deadline deadline) throws ToolException {
        return asked.isAlive() ? asked : follow(deadline);
    }

    /** Somebody holds the namespace at any time: who is asked may be killed, and who is gone is replaced before that. */
    private IpProcess follow(Deadline deadline) throws ToolException {
        if (!asked.isAlive() || waiting.isMistaken()) {
            IpProcess ip = start(asked.folder(), deadline);
            asked.close();
            asked = ip;
        }
        if (!waiting.isAlive()) {
            waiting = start(waiting.folder(), deadline);
        }
        if (asked.isMistaken()) {
            IpProcess before = asked;
            asked = waiting;
            waiting = before;
        }
        return asked;
    }

    private IpProcess start(Path folder, Deadline deadline) throws ToolException {
        Optional<Ahead> ahead = next;
        next = Optional.empty();
        Optional<IpProcess> started = ahead.isPresent() ? useful(ahead.get(), deadline) : Optional.empty();
        return started.isPresent() ? started.get() : IpProcess.start(here.inside(namespace()), folder, deadline);
    }

    /** What was started ahead may have failed, or have come after who held the namespace was gone, and be anywhere. */
    private Optional<IpProcess> useful(Ahead ahead, Deadline deadline) {
        try {
            IpProcess ip = ahead.get(deadline);
            if (Files.isSameFile(namespace(), ip.namespace())) {
                return Optional.of(ip);
            }
        } catch (ToolException | IOException e) {
            LOG.log(System.Logger.Level.DEBUG, "what was started ahead is of no use", e);
        }
        ahead.close();
        return Optional.empty();
    }

    /** Links are called differently now: as soon as names matter, one is asked that does not know it, and if there is none, one is started already. */
    void mistrust(Deadline deadline) {
        asked.mistrust();
        waiting.mistrust();
        if (asked.isMistaken() && waiting.isMistaken() && next.isEmpty()) {
            next = ahead(deadline);
        }
    }

    /** The names have been changed, whatever becomes of this. */
    private Optional<Ahead> ahead(Deadline deadline) {
        try {
            return Optional.of(Ahead.start(here.inside(namespace()), asked.folder(), deadline));
        } catch (ToolException e) {
            LOG.log(System.Logger.Level.DEBUG, "nothing is started ahead", e);
            return Optional.empty();
        }
    }

    /** {@return where settings can be reached without asking a process} */
    List<SettingsFolder> settings() {
        return Stream.of(asked, waiting).flatMap(ip -> ip.settings().stream()).toList();
    }

    @Override
    public void close() {
        asked.close();
        waiting.close();
        next.ifPresent(Ahead::close);
        next = Optional.empty();
    }
}
