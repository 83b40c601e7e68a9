package io.podbridge.testkit;

import io.podbridge.netlink.Errno;
import io.podbridge.netlink.FailureKind;
import io.podbridge.netlink.request.NetlinkRequest;
import io.podbridge.testkit.Moment.Any;
import io.podbridge.testkit.Moment.Numbered;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What shall go wrong in a {@link FakeKernel}: requests that fail, requests that stop half-way, reads that fail, a process that dies.
 *
 * <p>Requests, reads and opened handlers count from 1, each for themselves, over all handlers, from when the faults were given to
 * {@link FakeKernel#inject}; requests that were not sent do not count, those that the kernel does not know do. A request has one part, a
 * {@link io.podbridge.netlink.request.LinkSet} one for each change in the order in which they take effect, and a
 * {@link io.podbridge.netlink.request.LinkAdd} one for the link and one for each thing that {@code ip(8)} would do after making it.
 * {@link RecordedRequest#parts()} says how many.
 *
 * <p>Where several faults are meant for one request, the one after the fewest parts strikes, and of those the one that was named first; the
 * others wait. {@link FakeKernel#pendingFaults()} tells which have not struck.
 *
 * <p>Immutable.
 */
public final class Faults {
    private final List<Fault> all;

    private Faults(List<Fault> all) {
        this.all = List.copyOf(all);
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
     * @throws IllegalArgumentException if the number is below 1
     */
    public Faults failing(int request, Errno errno) {
        return failingAfter(request, 0, errno);
    }

    /**
     * Besides, one request fails with what is no number of the kernel's, such as TIMEOUT, and does nothing.
     *
     * @param request its number, from 1
     * @param kind what the failure means
     * @return these faults and that one
     * @throws IllegalArgumentException if the number is below 1
     */
    public Faults failing(int request, FailureKind kind) {
        return failingAfter(request, 0, kind);
    }

    /**
     * Besides, one request fails half-way and leaves its first parts done; a tap that is not finished goes again, as it does in the kernel.
     *
     * @param request its number, from 1
     * @param parts how many parts are done, at most all
     * @param errno what the kernel answers
     * @return these faults and that one
     * @throws IllegalArgumentException if the number is below 1, or the parts below 0
     */
    public Faults failingAfter(int request, int parts, Errno errno) {
        return and(new Fault(new Numbered(Deed.Sort.REQUEST, request), parts, Blow.of(errno)));
    }

    /**
     * Besides, one request fails half-way with what is no number of the kernel's. With TIMEOUT after all parts the kernel did it, and
     * nobody heard.
     *
     * @param request its number, from 1
     * @param parts how many parts are done, at most all
     * @param kind what the failure means
     * @return these faults and that one
     * @throws IllegalArgumentException if the number is below 1, or the parts below 0
     */
    public Faults failingAfter(int request, int parts, FailureKind kind) {
        return and(new Fault(new Numbered(Deed.Sort.REQUEST, request), parts, Blow.of(kind)));
    }

    /**
     * Besides, every request of a kind fails and does nothing.
     *
     * @param kind such as {@code LinkGroupDelete.class}; {@code NetlinkRequest.class} for all
     * @param errno what the kernel answers
     * @return these faults and that one
     */
    public Faults failingEvery(Class<? extends NetlinkRequest> kind, Errno errno) {
        return and(new Fault(new Any(kind, Optional.empty()), 0, Blow.of(errno)));
    }

    /**
     * Besides, every request of a kind that names a link fails and does nothing. A request names the link that it makes with the other end
     * of a veth, the one that it changes with its new master, that of an address, a neighbour or a setting, and those of a route's next
     * hops; a group names none.
     *
     * @param kind such as {@code AddressDelete.class}
     * @param link a name that the link has in the request, or has in the kernel when the request comes
     * @param errno what the kernel answers
     * @return these faults and that one
     */
    public Faults failingOn(Class<? extends NetlinkRequest> kind, String link, Errno errno) {
        return and(new Fault(new Any(kind, Optional.of(link)), 0, Blow.of(errno)));
    }

    /**
     * Besides, every request of a kind that names a link fails with what is no number of the kernel's, and does nothing.
     *
     * @param kind such as {@code AddressDelete.class}
     * @param link as in {@link #failingOn(Class, String, Errno)}
     * @param failure what the failure means
     * @return these faults and that one
     */
    public Faults failingOn(Class<? extends NetlinkRequest> kind, String link, FailureKind failure) {
        return and(new Fault(new Any(kind, Optional.of(link)), 0, Blow.of(failure)));
    }

    /**
     * Besides, one read fails: of a table, of one link, or of a setting.
     *
     * @param read its number, from 1
     * @param kind what the failure means, such as DUMP_INTERRUPTED
     * @return these faults and that one
     * @throws IllegalArgumentException if the number is below 1
     */
    public Faults failingRead(int read, FailureKind kind) {
        return and(new Fault(new Numbered(Deed.Sort.READ, read), 0, Blow.of(kind)));
    }

    /**
     * Besides, one handler cannot be opened.
     *
     * @param handler its number, from 1
     * @param kind what the failure means, such as DENIED
     * @return these faults and that one
     * @throws IllegalArgumentException if the number is below 1
     */
    public Faults failingOpen(int handler, FailureKind kind) {
        return and(new Fault(new Numbered(Deed.Sort.OPEN, handler), 0, Blow.of(kind)));
    }

    /**
     * Besides, the process dies before one request does anything.
     *
     * @param request its number, from 1
     * @return these faults and that one
     * @throws IllegalArgumentException if the number is below 1
     */
    public Faults dyingBefore(int request) {
        return dyingAfter(request, 0);
    }

    /**
     * Besides, the process dies when one request has done some of its parts. With all of them it dies before it hears the answer.
     *
     * @param request its number, from 1
     * @param parts how many parts are done, at most all
     * @return these faults and that one
     * @throws IllegalArgumentException if the number is below 1, or the parts below 0
     */
    public Faults dyingAfter(int request, int parts) {
        return and(new Fault(new Numbered(Deed.Sort.REQUEST, request), parts, Blow.DEATH));
    }

    /**
     * The fault that was named last strikes no more than so often: {@code failingOn(LinkDelete.class, "br0", ebusy).times(1)} fails once,
     * and works then.
     *
     * @param most how often, 1 or more
     * @return these faults, the last one limited
     * @throws IllegalArgumentException if it is below 1
     * @throws IllegalStateException if there is no fault
     */
    public Faults times(int most) {
        if (all.isEmpty()) {
            throw new IllegalStateException("there is no fault that could be limited to " + most + " times");
        }
        List<Fault> limited = new ArrayList<>(all);
        limited.set(all.size() - 1, all.get(all.size() - 1).times(most));
        return new Faults(limited);
    }

    private Faults and(Fault fault) {
        return new Faults(Stream.concat(all.stream(), Stream.of(fault)).toList());
    }

    List<Fault> all() {
        return all;
    }
}
