package io.podbridge.testkit;

import io.podbridge.testkit.netns.NetnsRequirement;
import java.lang.reflect.Method;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/**
 * Hands each test a {@link TestPod} of its own, as a parameter of the test or of its {@code @BeforeEach} and {@code @AfterEach} methods,
 * and deletes it after the test. Where namespaces cannot be made the test is skipped, or fails, as {@link NetnsRequirement} says.
 *
 * <p>Register it with {@code @ExtendWith(NetnsExtension.class)}, or with {@code @RegisterExtension} to choose the shape. Works with JUnit
 * Jupiter 5.12 and newer.
 */
public final class NetnsExtension implements ParameterResolver, AfterEachCallback {
    private static final ExtensionContext.Namespace STORE = ExtensionContext.Namespace.create(NetnsExtension.class);

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

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        // A constructor and @BeforeAll are asked outside of any test, whose end would delete the pod.
        return parameter.getParameter().getType() == TestPod.class && parameter.getDeclaringExecutable() instanceof Method
                && context.getTestMethod().isPresent();
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        ExtensionContext.Store store = context.getStore(STORE);
        TestPod known = store.get(TestPod.class, TestPod.class);
        if (known != null) {
            return known;
        }
        NetnsRequirement.check();
        TestPod made = TestPod.create(shape);
        store.put(TestPod.class, made);
        return made;
    }

    @Override
    public void afterEach(ExtensionContext context) {
        TestPod made = context.getStore(STORE).remove(TestPod.class, TestPod.class);
        if (made != null) {
            made.close();
        }
    }
}
