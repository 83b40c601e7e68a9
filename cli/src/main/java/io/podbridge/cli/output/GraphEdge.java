package io.podbridge.cli.output;

/**
 * A line of a picture.
 *
 * @param from the box where it begins
 * @param to the box where it ends
 * @param kind what it means
 */
record GraphEdge(String from, String to, Kind kind) {

    /** What a line means. */
    enum Kind {
        /** The other end of a veth: what goes in at one end comes out at the other. */
        PEER,
        /** What carries a link, such as that of a VLAN. */
        LOWER,
        /** A port, and the bridge that it belongs to. */
        MASTER
    }
}
