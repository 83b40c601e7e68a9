package io.podbridge.panama.handler;

import io.podbridge.netlink.HandlerOptions;
import io.podbridge.netlink.NetlinkHandler;
import io.podbridge.netlink.NetworkNamespace;
import io.podbridge.netlink.model.IpFamily;
import io.podbridge.netlink.model.Link;
import io.podbridge.netlink.model.LinkId;
import io.podbridge.netlink.model.Sysctl;
import io.podbridge.testkit.NetnsExtension;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.catchThrowable;

@ExtendWith(NetnsExtension.class)
class WorkInNamespaceTest {
    private final PanamaBackend backend = new PanamaBackend();
    private HandlerOptions pod = HandlerOptions.of(NetworkNamespace.current());

    @BeforeEach
    void take(NetworkNamespace namespace) {
        pod = HandlerOptions.of(namespace);
    }

    @Test
    void worksInOneThreadThatIsInTheNamespace() {
        List<Thread> threads = backend.during(pod, handler -> {
            LinkId nic = handler.linkByName("eth0").map(Link::id).orElseThrow();
            assertThat(handler.sysctl(Sysctl.ofLink(IpFamily.IPV4, nic, "arp_ignore"))).isEqualTo(Optional.of("0"));
            return List.of(Thread.currentThread());
        });
        assertThat(threads.get(0)).isNotSameAs(Thread.currentThread());
    }

    @Test
    void isAtHomeButForTheCallsOfTheHandler() {
        Path own = Path.of("/proc/thread-self/ns/net");
        List<Object> inodes = backend.during(pod, handler -> {
            Object before = NetworkNamespace.ofPath(own).inode();
            LinkId nic = handler.linkByName("eth0").map(Link::id).orElseThrow();
            assertThat(handler.sysctl(Sysctl.ofLink(IpFamily.IPV4, nic, "arp_ignore"))).isPresent();
            return List.of(before, NetworkNamespace.ofPath(own).inode());
        });
        assertThat(inodes).containsOnly(NetworkNamespace.ofPath(own).inode()).doesNotContain(pod.namespace().inode());
    }

    @Test
    void closesTheHandlerWhenTheWorkIsDone() {
        NetlinkHandler kept = backend.during(pod, handler -> handler);
        assertThatIllegalStateException().isThrownBy(kept::linkList).withMessage("the handler is closed");
    }

    @Test
    void anInterruptReachesTheWorkAndStays() throws InterruptedException {
        CountDownLatch begun = new CountDownLatch(1);
        AtomicReference<List<Boolean>> interrupted = new AtomicReference<>(List.of());
        Thread caller = Thread.ofPlatform().start(() -> {
            boolean inside = backend.during(pod, handler -> {
                begun.countDown();
                return isInterruptedWithin(60_000);
            });
            interrupted.set(List.of(inside, Thread.currentThread().isInterrupted()));
        });
        begun.await();
        caller.interrupt();
        caller.join();
        assertThat(interrupted.get()).containsExactly(true, true);
    }

    private static boolean isInterruptedWithin(int millis) {
        try {
            Thread.sleep(millis);
            return false;
        } catch (InterruptedException e) {
            return true;
        }
    }

    @Test
    void anInterruptFromBeforeReachesTheWorkAndOneOfItsOwnTheCaller() {
        Thread.currentThread().interrupt();
        boolean reached = backend.during(pod, handler -> Thread.interrupted());
        boolean stays = Thread.interrupted();
        assertThat(List.of(reached, stays)).containsExactly(true, true);

        String done = backend.during(pod, handler -> {
            Thread.currentThread().interrupt();
            return "done";
        });
        boolean leftOver = Thread.interrupted();
        boolean next = backend.during(pod, handler -> Thread.interrupted());
        assertThat(List.of(leftOver, next)).containsExactly(true, false);
        assertThat(done).isEqualTo("done");
    }

    @Test
    void whatTheWorkThrowsTellsWhoCalled() {
        IllegalArgumentException thrown = new IllegalArgumentException("of the work");
        Throwable caught = catchThrowable(() -> backend.during(pod, handler -> {
            throw thrown;
        }));
        assertThat(caught).isSameAs(thrown);
        assertThat(Stream.of(caught.getStackTrace()).map(StackTraceElement::getMethodName))
                .contains("whatTheWorkThrowsTellsWhoCalled");
    }
}
