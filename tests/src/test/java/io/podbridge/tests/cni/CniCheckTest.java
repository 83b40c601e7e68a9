package io.podbridge.tests.cni;

import io.podbridge.Bindings;
import io.podbridge.BridgePodNetworkConfigurator;
import io.podbridge.binding.BridgeBinding;
import io.podbridge.binding.PlaceholderKind;
import io.podbridge.netlink.model.LinkKind;
import io.podbridge.testkit.NetnsExtension;
import io.podbridge.tests.documents.SourceTree;
import java.nio.file.Path;
import java.util.Set;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import static org.assertj.core.api.Assertions.assertThat;

/** What the plugins say of a NIC that is handed over: the table of {@code docs/cni.md}. */
@ExtendWith(NetnsExtension.class)
class CniCheckTest {
    private static final Path TABLE = SourceTree.at("docs/cni.md");

    @TempDir
    Path directory;

    @ParameterizedTest
    @EnumSource
    void checkAndDelWhileBoundAnswerAsTheReadmeSays(CniPlugin plugin) throws Exception {
        try (CniPod pod = CniPod.make(plugin, directory)) {
            pod.add();
            String row = "| " + plugin.type() + " | " + check(pod, PlaceholderKind.BRIDGE) + " | "
                    + check(pod, PlaceholderKind.VETH) + " | " + delete(pod) + " |";
            System.out.println("CNI while bound: " + row);
            assertThat(SourceTree.text(TABLE)).contains(row + "\n");
        }
    }

    private BridgePodNetworkConfigurator configurator(CniPod pod, PlaceholderKind placeholder) {
        return Bindings.in(directory).configurator(pod.pod().namespace(),
                BridgeBinding.of("eth0").withPlaceholder(placeholder).withAllowedKinds(Set.of(LinkKind.MACVLAN)));
    }

    private String check(CniPod pod, PlaceholderKind placeholder) throws Exception {
        BridgePodNetworkConfigurator configurator = configurator(pod, placeholder);
        configurator.preparePodNetworkInterface();
        String complaint = pod.check().complaint();
        assertThat(configurator.verify()).isEmpty();
        assertThat(configurator.release()).isTrue();
        assertThat(pod.check().complaint()).isEmpty();
        return answer(complaint, "passes");
    }

    /** After it the pod is released and deleted once more, as the warning says, and nothing is left. */
    private String delete(CniPod pod) throws Exception {
        BridgePodNetworkConfigurator configurator = configurator(pod, PlaceholderKind.VETH);
        configurator.preparePodNetworkInterface();
        String complaint = pod.del().complaint();
        boolean leased = !pod.leased().isEmpty();
        assertThat(pod.pod().ip("-br", "link", "show")).contains("eth0-nic");
        assertThat(configurator.verify()).isNotEmpty();
        assertThat(configurator.release()).isTrue();
        assertThat(pod.del().complaint()).isEmpty();
        assertThat(pod.pod().ip("-br", "link", "show").lines()).hasSize(1);
        assertThat(pod.leased()).isEmpty();
        return answer(complaint, "deletes the placeholder") + (leased ? "" : ", gives the lease back");
    }

    private static String answer(String complaint, String otherwise) {
        return complaint.isEmpty() ? otherwise : "fails: `" + complaint.strip() + "`";
    }
}
