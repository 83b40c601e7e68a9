package io.podbridge.examples;

import com.google.gson.Gson;
import com.google.gson.JsonElement;
import io.kubernetes.client.openapi.JSON;
import io.kubernetes.client.openapi.models.V1Container;
import io.kubernetes.client.openapi.models.V1DaemonSet;
import io.kubernetes.client.openapi.models.V1PodSpec;
import io.kubernetes.client.openapi.models.V1Volume;
import io.kubernetes.client.openapi.models.V1VolumeMount;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.yaml.snakeyaml.Yaml;

/**
 * What tells Kubernetes how the agent runs.
 *
 * @param text as it is written
 */
record Manifest(String text) {

    static Manifest read() throws IOException {
        return new Manifest(
                Files.readString(Path.of(System.getProperty("podbridge.root"), "examples/kubernetes/daemonset.yaml")));
    }

    JsonElement json() {
        return new Gson().toJsonTree(new Yaml().<Object>load(text));
    }

    V1PodSpec pod() {
        return JSON.getGson().fromJson(json(), V1DaemonSet.class).getSpec().getTemplate().getSpec();
    }

    V1Container agent() {
        return pod().getContainers().get(0);
    }

    List<String> capabilities() {
        return agent().getSecurityContext().getCapabilities().getAdd();
    }

    /** {@return the paths of the node, by where the agent finds them} */
    Map<String, String> pathsOfTheNode() {
        Map<String, String> volumes = pod().getVolumes().stream().filter(volume -> volume.getHostPath() != null)
                .collect(Collectors.toMap(V1Volume::getName, volume -> volume.getHostPath().getPath()));
        return agent().getVolumeMounts().stream().filter(mount -> volumes.containsKey(mount.getName()))
                .collect(Collectors.toMap(V1VolumeMount::getMountPath, mount -> volumes.get(mount.getName())));
    }
}
