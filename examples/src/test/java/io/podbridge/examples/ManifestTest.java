package io.podbridge.examples;

import com.google.gson.Gson;
import com.google.gson.JsonElement;
import io.kubernetes.client.openapi.JSON;
import io.kubernetes.client.openapi.models.V1Container;
import io.kubernetes.client.openapi.models.V1DaemonSet;
import io.kubernetes.client.openapi.models.V1PodSpec;
import io.kubernetes.client.openapi.models.V1Volume;
import io.kubernetes.client.openapi.models.V1VolumeMount;
import io.podbridge.Bindings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.yaml.snakeyaml.Yaml;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** The manifest of the DaemonSet, checked against the schema of Kubernetes and against what the agent needs. */
class ManifestTest {
    private static final Path FILE = Path.of(System.getProperty("podbridge.root"), "examples/kubernetes/daemonset.yaml");

    private static JsonElement manifest(String text) {
        return new Gson().toJsonTree(new Yaml().<Object>load(text));
    }

    private static V1PodSpec pod() throws IOException {
        V1DaemonSet set = JSON.getGson().fromJson(manifest(Files.readString(FILE)), V1DaemonSet.class);
        return set.getSpec().getTemplate().getSpec();
    }

    private static V1Container agent() throws IOException {
        return pod().getContainers().get(0);
    }

    private static Map<String, String> pathsOfTheNode() throws IOException {
        Map<String, String> volumes = pod().getVolumes().stream().filter(volume -> volume.getHostPath() != null)
                .collect(Collectors.toMap(V1Volume::getName, volume -> volume.getHostPath().getPath()));
        return agent().getVolumeMounts().stream().filter(mount -> volumes.containsKey(mount.getName()))
                .collect(Collectors.toMap(V1VolumeMount::getMountPath, mount -> volumes.get(mount.getName())));
    }

    @Test
    void has_the_schema_of_kubernetes() throws IOException {
        V1DaemonSet.validateJsonElement(manifest(Files.readString(FILE)));
    }

    @Test
    void would_not_have_it_with_a_field_of_another_name_or_without_one_that_is_needed() throws IOException {
        String text = Files.readString(FILE);
        for (String broken : List.of(text.replace("hostPID:", "hostPid:"),
                text.replace("readOnlyRootFilesystem:", "readOnlyRoot:"),
                text.replace("mountPath: /tmp", "path: /tmp"), text.replaceFirst("  selector:\n.*\n.*\n", ""))) {
            assertThat(broken).isNotEqualTo(text);
            assertThatThrownBy(() -> V1DaemonSet.validateJsonElement(manifest(broken)))
                    .isInstanceOf(IllegalArgumentException.class);
        }
    }

    @Test
    void keeps_journals_requests_and_answers_on_the_node() throws IOException {
        assertThat(agent().getArgs()).hasSize(3).last().isEqualTo(Bindings.DEFAULT_DIRECTORY.toString());
        for (String directory : agent().getArgs()) {
            assertThat(pathsOfTheNode()).anySatisfy((mounted, ofTheNode) -> {
                assertThat(Path.of(directory).startsWith(mounted)).isTrue();
                assertThat(ofTheNode).isEqualTo(mounted);
            });
        }
        assertThat(pathsOfTheNode()).containsEntry("/dev/net/tun", "/dev/net/tun");
    }

    @Test
    void asks_for_no_more_than_is_needed() throws IOException {
        assertThat(pod().getHostPID()).isTrue();
        assertThat(agent().getSecurityContext().getReadOnlyRootFilesystem()).isTrue();
        assertThat(agent().getSecurityContext().getPrivileged()).isNull();
        assertThat(agent().getSecurityContext().getCapabilities().getDrop()).containsExactly("ALL");
    }
}
