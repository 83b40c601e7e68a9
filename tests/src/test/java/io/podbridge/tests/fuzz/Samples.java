package io.podbridge.tests.fuzz;

import io.podbridge.tests.documents.SourceTree;
import java.util.List;

/** The files that the modules' own tests read: what kernels, tools and older releases wrote. */
final class Samples {

    private Samples() {}

    /** {@return the texts of all files of a folder, by their names} */
    static List<String> under(String folder, String suffix) {
        List<String> found = SourceTree.files(folder, suffix).stream().map(SourceTree::text).toList();
        if (found.isEmpty()) {
            throw new IllegalStateException("there is no " + suffix + " under " + folder);
        }
        return found;
    }
}
