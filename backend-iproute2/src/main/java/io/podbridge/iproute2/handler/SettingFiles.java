package io.podbridge.iproute2.handler;

import io.podbridge.iproute2.process.SettingsFolder;
import java.io.FileInputStream;
import java.io.FileNotFoundException;
import java.io.FileOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Settings of links without a process for each: read and written by this JVM, where the folders of the namespace lead to them. Whatever does
 * not go well is left to a program, which does it once more and says why.
 */
final class SettingFiles {

    private SettingFiles() {}

    /** {@return the values of those that are there, by their paths; absent if one cannot be read in this way} */
    static Optional<Map<String, String>> read(Call call, List<String> paths) {
        List<SettingsFolder> folders = call.settings();
        Map<String, String> values = new HashMap<>();
        for (String path : paths) {
            Optional<Path> way = folders.stream().flatMap(folder -> folder.lead(path).stream()).findFirst();
            if (way.isEmpty() || !read(path, way.get(), values)) {
                return Optional.empty();
            }
        }
        return folders.stream().allMatch(SettingsFolder::isThere) ? Optional.of(values) : Optional.empty();
    }

    /** An interrupt would close a channel, but no stream. */
    private static boolean read(String path, Path way, Map<String, String> values) {
        try (FileInputStream stream = new FileInputStream(way.toFile())) {
            values.put(path, new String(stream.readAllBytes(), StandardCharsets.UTF_8).strip());
            return true;
        } catch (FileNotFoundException e) {
            return Files.notExists(way);
        } catch (IOException e) {
            return leftTo("read", e);
        }
    }

    /** {@return whether the value was written} */
    static boolean write(Call call, String path, String value) {
        return open(call, path, value + "\n");
    }

    /** {@return whether it was opened for writing; nothing was written} */
    static boolean canWrite(Call call, String path) {
        return open(call, path, "");
    }

    /** Only what is open already can be known to be the namespace's. */
    private static boolean open(Call call, String path, String text) {
        for (SettingsFolder folder : call.settings()) {
            Optional<Path> way = folder.lead(path);
            if (way.isPresent()) {
                try (FileOutputStream stream = new FileOutputStream(way.get().toFile(), true)) {
                    boolean there = folder.isThere();
                    if (there && !text.isEmpty()) {
                        stream.write(text.getBytes(StandardCharsets.UTF_8));
                    }
                    return there;
                } catch (IOException e) {
                    return leftTo("write", e);
                }
            }
        }
        return false;
    }

    private static boolean leftTo(String verb, IOException e) {
        System.getLogger(SettingFiles.class.getName()).log(System.Logger.Level.DEBUG, "left to a program to " + verb, e);
        return false;
    }
}
