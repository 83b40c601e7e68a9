package io.podbridge.examples;

import io.kubernetes.client.openapi.models.V1DaemonSet;
import io.podbridge.Bindings;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** The manifest, checked against the schema of Kubernetes and against what the agent needs; {@link AgentProcessTest} runs it with no more. */
class ManifestTest {
    private Manifest manifest;

    @BeforeEach
    void read() throws IOException {
        manifest = Manifest.read();
    }

    @Test
    void hasTheSchemaOfKubernetes() throws IOException {
        V1DaemonSet.validateJsonElement(manifest.json());
    }

    @ParameterizedTest
    @CsvSource({"hostPID:, hostPid:", "readOnlyRootFilesystem:, readOnlyRoot:", "mountPath: /tmp, path: /tmp",
            "selector:, selected:"})
    void wouldNotHaveItWithAnotherName(String name, String other) {
        Manifest broken = new Manifest(manifest.text().replace(name, other));
        assertThat(broken).isNotEqualTo(manifest);
        assertThatThrownBy(() -> V1DaemonSet.validateJsonElement(broken.json())).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void keepsJournalsRequestsAndAnswersOnTheNode() {
        assertThat(manifest.agent().getArgs()).hasSize(3).last().isEqualTo(Bindings.DEFAULT_DIRECTORY.toString());
        for (String directory : manifest.agent().getArgs()) {
            assertThat(manifest.pathsOfTheNode()).anySatisfy((mounted, ofTheNode) -> {
                assertThat(Path.of(directory).startsWith(mounted)).isTrue();
                assertThat(ofTheNode).isEqualTo(mounted);
            });
        }
        assertThat(manifest.pathsOfTheNode()).containsEntry("/dev/net/tun", "/dev/net/tun");
    }

    @Test
    void asksForNoMoreThanIsNeeded() {
        assertThat(manifest.pod().getHostPID()).isTrue();
        assertThat(manifest.agent().getSecurityContext().getReadOnlyRootFilesystem()).isTrue();
        assertThat(manifest.agent().getSecurityContext().getAllowPrivilegeEscalation()).isFalse();
        assertThat(manifest.agent().getSecurityContext().getPrivileged()).isNull();
        assertThat(manifest.agent().getSecurityContext().getCapabilities().getDrop()).containsExactly("ALL");
    }
}
