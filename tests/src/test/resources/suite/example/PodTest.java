package example;

import io.podbridge.testkit.NetnsExtension;
import io.podbridge.testkit.TestPod;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import static org.junit.jupiter.api.Assertions.assertTrue;

/** A test that an author of an agent writes. */
@ExtendWith(NetnsExtension.class)
class PodTest {

    @Test
    void the_pod_has_its_address(TestPod pod) {
        assertTrue(pod.ip("address", "show", "dev", "eth0").contains("10.244.1.7/24"));
    }
}
