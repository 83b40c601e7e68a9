package io.podbridge.iproute2.json;

import java.util.OptionalLong;

/** Who is meant by the names that ip(8) prints for the owner and the group of a tap; no option makes it print the numbers. */
public interface TapOwners {

    /**
     * The number of a user.
     *
     * @param name the user's name
     * @return the uid; absent if there is no such user
     */
    OptionalLong user(String name);

    /**
     * The number of a group.
     *
     * @param name the group's name
     * @return the gid; absent if there is no such group
     */
    OptionalLong group(String name);
}
