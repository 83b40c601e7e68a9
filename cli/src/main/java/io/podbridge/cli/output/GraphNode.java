package io.podbridge.cli.output;

import java.util.List;

/**
 * A box of a picture.
 *
 * @param id what edges call it
 * @param lines what is written in it, the name first
 * @param here whether it is in the namespace, and not only known to be elsewhere
 */
record GraphNode(String id, List<String> lines, boolean here) {}
