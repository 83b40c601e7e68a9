package io.podbridge.netlink.model;

/**
 * Which link is meant: by its index, which the kernel never gives twice in a namespace's life unless somebody asks for it. The
 * name is there for people and for commands, and may be out of date.
 *
 * @param index the interface index, 1 or more
 * @param name the name that the link had, or will have, when the request is carried out
 */
public record LinkId(int index, String name) {

    /**
     * Checks the index.
     *
     * @throws IllegalArgumentException if the index is not positive
     */
    public LinkId {
        if (index <= 0) {
            throw new IllegalArgumentException("an interface index is positive, not " + index + " (" + name + ")");
        }
    }

    /**
     * The same link under another name.
     *
     * @param newName the name
     * @return the same index with that name
     */
    public LinkId named(String newName) {
        return new LinkId(index, newName);
    }

    @Override
    public String toString() {
        return "\"" + name + "\"";
    }
}
