package io.podbridge.testkit;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import io.podbridge.netlink.Errno;
import io.podbridge.netlink.request.NetlinkRequest;

/**
 * What shall go wrong in a {@link FakeKernel}: requests that fail, requests that stop half-way, a process that dies. Requests count from 1,
 * over all handlers, from when the faults were given to {@link FakeKernel#inject}; those that were not sent do not count. A request has
 * one part, a {@link io.podbridge.netlink.request.LinkSet} one for each change in the order in which they take effect, and a
 * {@link io.podbridge.netlink.request.LinkAdd} one for the link and one for each thing that {@code ip(8)} would do after making it.
 * {@link RecordedRequest#parts()} says how many.
 *
 * <p>Immutable.
 */
public final class Faults {
    private final List<Fault> all;

    private Faults(List<Fault> all) {
        this.all = all;
    }

    /** When something goes wrong: at which request, or at which kind and link; after how many parts; with which errno, or by death. */
    private record Fault(int number, Class<? extends NetlinkRequest> kind, String link, int parts, Optional<Errno> errno) {

        boolean strikes(int count, NetlinkRequest request) {
            boolean named = link.isEmpty() || Arrays.stream(request.target().split(" ", -1)).anyMatch(this::isLink);
            return (number == 0 || number == count) && kind.isInstance(request) && named;
        }

        private boolean isLink(String word) {
            return word.equals(link) || word.equals("\"" + link + "\"");
        }
    }

    /**
     * Nothing goes wrong.
     *
     * @return no faults
     */
    public static Faults none() {
        return new Faults(List.of());
    }

    /**
     * Besides, one request fails and does nothing.
     *
     * @param request its number, from 1
     * @param errno what the kernel answers
     * @return these faults and that one
     */
    public Faults failing(int request, Errno errno) {
        return failingAfter(request, 0, errno);
    }

    /**
     * Besides, one request fails half-way and leaves its first parts done.
     *
     * @param request its number, from 1
     * @param parts how many parts are done
     * @param errno what the kernel answers
     * @return these faults and that one
     */
    public Faults failingAfter(int request, int parts, Errno errno) {
        return and(new Fault(request, NetlinkRequest.class, "", parts, Optional.of(errno)));
    }

    /**
     * Besides, every request of a kind that names a link fails and does nothing.
     *
     * @param kind such as {@code AddressDelete.class}
     * @param link the link's name, as the request has it
     * @param errno what the kernel answers
     * @return these faults and that one
     */
    public Faults failingOn(Class<? extends NetlinkRequest> kind, String link, Errno errno) {
        return and(new Fault(0, kind, link, 0, Optional.of(errno)));
    }

    /**
     * Besides, the process dies before one request does anything.
     *
     * @param request its number, from 1
     * @return these faults and that one
     */
    public Faults dyingBefore(int request) {
        return dyingAfter(request, 0);
    }

    /**
     * Besides, the process dies when one request has done some of its parts. With all of them it dies before it hears the answer.
     *
     * @param request its number, from 1
     * @param parts how many parts are done
     * @return these faults and that one
     */
    public Faults dyingAfter(int request, int parts) {
        return and(new Fault(request, NetlinkRequest.class, "", parts, Optional.empty()));
    }

    private Faults and(Fault fault) {
        if (fault.number() < 0 || fault.parts() < 0) {
            throw new IllegalArgumentException("requests count from 1 and parts from 0");
        }
        return new Faults(Stream.concat(all.stream(), Stream.of(fault)).toList());
    }

    /** What strikes one request, of its number in the count. */
    Strike strike(int count, NetlinkRequest request) {
        return all.stream().filter(fault -> fault.strikes(count, request)).findFirst()
                .map(fault -> new Strike(fault.parts(), fault.errno())).orElse(Strike.NONE);
    }

    /**
     * What strikes a request.
     *
     * @param parts after how many of its parts
     * @param errno with which errno; absent for a death
     */
    record Strike(int parts, Optional<Errno> errno) {
        static final Strike NONE = new Strike(-1, Optional.empty());

        boolean isDue(int done) {
            return done == parts;
        }
    }
}
