package io.podbridge.testkit;

import io.podbridge.netlink.NetlinkHandler;
import io.podbridge.netlink.NetlinkHandlers;
import io.podbridge.netlink.NetworkNamespace;
import io.podbridge.testkit.netns.NetnsRequirement;
import java.lang.reflect.Method;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/**
 * Hands each test a {@link TestPod} of its own, and deletes it after the test. Where namespaces cannot be made every test that has this
 * extension is skipped with the reason, or fails, as {@link NetnsRequirement} says.
 *
 * <p>A test, and its {@code @BeforeEach} and {@code @AfterEach} methods, may take as parameters, all of the same pod:
 * <ul>
 * <li>a {@link TestPod}, with {@code ip(8)} for the pod and its node;
 * <li>a {@link NetworkNamespace}, the pod's, as an agent takes it;
 * <li>a {@link NetlinkHandler} of the pod, open until the test has ended, of the backend that {@link NetlinkHandlers#installed()}
 * chooses; for assertions.
 * </ul>
 *
 * <p>A test that leaves a handler of its own open in the pod fails: an open handler keeps a deleted pod half alive. Close it in the test or
 * in {@code @AfterEach}.
 *
 * <p>Register it with {@code @ExtendWith(NetnsExtension.class)} on a class, a method or a parameter, or with {@code @RegisterExtension} to
 * choose the shape. Tests may run at the same time, and in {@code @Nested} classes. Works with JUnit Jupiter 5.12 and newer.
 */
public final class NetnsExtension implements BeforeEachCallback, ParameterResolver, AfterEachCallback {
    private static final ExtensionContext.Namespace STORE = ExtensionContext.Namespace.create(NetnsExtension.class);
    private static final Set<Class<?>> PARAMETERS = Set.of(TestPod.class, NetworkNamespace.class, NetlinkHandler.class);

    private final PodShape shape;

    /** Hands out pods of the standard shape. */
    public NetnsExtension() {
        this(PodShape.standard());
    }

    /**
     * Hands out pods of another shape.
     *
     * @param shape the shape
     */
    public NetnsExtension(PodShape shape) {
        this.shape = shape;
    }

    /** A test cannot be skipped any more once its parameters are asked for: that is a failure, whatever is thrown. */
    @Override
    public void beforeEach(ExtensionContext context) {
        NetnsRequirement.check();
    }

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        // A constructor and @BeforeAll are asked outside of any test, whose end would delete the pod.
        return PARAMETERS.contains(parameter.getParameter().getType()) && parameter.getDeclaringExecutable() instanceof Method
                && context.getTestMethod().isPresent();
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        ExtensionContext.Store store = context.getStore(STORE);
        Class<?> type = parameter.getParameter().getType();
        TestPod pod = pod(store);
        if (type == TestPod.class) {
            return pod;
        }
        return type == NetworkNamespace.class ? pod.namespace() : handler(store, pod);
    }

    @Override
    public void afterEach(ExtensionContext context) {
        ExtensionContext.Store store = context.getStore(STORE);
        NetlinkHandler handler = store.remove(NetlinkHandler.class, NetlinkHandler.class);
        if (handler != null) {
            handler.close();
        }
        TestPod pod = store.remove(TestPod.class, TestPod.class);
        if (pod != null) {
            try (pod) {
                refuseLeaks(pod);
            }
        }
    }

    private TestPod pod(ExtensionContext.Store store) {
        TestPod known = store.get(TestPod.class, TestPod.class);
        if (known != null) {
            return known;
        }
        TestPod made = TestPod.create(shape);
        store.put(TestPod.class, made);
        return made;
    }

    private static NetlinkHandler handler(ExtensionContext.Store store, TestPod pod) {
        NetlinkHandler known = store.get(NetlinkHandler.class, NetlinkHandler.class);
        if (known != null) {
            return known;
        }
        NetlinkHandler opened = NetlinkHandlers.open(pod.namespace());
        store.put(NetlinkHandler.class, opened);
        return opened;
    }

    private static void refuseLeaks(TestPod pod) {
        List<String> open = pod.pod().openDescriptors();
        if (!open.isEmpty()) {
            throw new AssertionError("the test has left open in the network namespace \"" + pod.pod() + "\": "
                    + String.join(", ", open) + "; a NetlinkHandler that is not closed keeps a deleted pod half alive: close it");
        }
    }
}
