package io.podbridge.netlink.request;

import io.podbridge.netlink.model.AddrGenMode;
import io.podbridge.netlink.model.LinkId;
import io.podbridge.netlink.model.LinkName;
import io.podbridge.netlink.model.MacAddress;
import java.nio.charset.StandardCharsets;

/**
 * One change to a link, a part of a {@link LinkSet}. New kinds of change may come; a handler answers
 * {@link io.podbridge.netlink.FailureKind#UNSUPPORTED} to a {@link LinkSet} that has one that it does not know.
 */
public interface LinkChange {

    /** {@return the change in the words of {@code ip link set}, such as {@code mtu 1450}} */
    String describe();

    /** Switches the link off: the kernel forgets its unicast routes and its IPv6 addresses, and keeps its IPv4 addresses. */
    record Down() implements LinkChange {
        @Override
        public String describe() {
            return "down";
        }
    }

    /** Switches the link on: the kernel makes the routes of its addresses' subnets, and a link-local IPv6 address unless told not to. */
    record Up() implements LinkChange {
        @Override
        public String describe() {
            return "up";
        }
    }

    /**
     * Renames the link; the labels of its addresses follow. EXISTS if a link or an alternative name has it, BUSY (EBUSY) on a link
     * that is up before Linux 6.2.
     *
     * @param name the new name
     */
    record Name(String name) implements LinkChange {
        /**
         * Checks the name.
         *
         * @throws IllegalArgumentException if it is no valid name
         */
        public Name {
            LinkName.check(name);
        }

        @Override
        public String describe() {
            return "name " + name;
        }
    }

    /**
     * Gives the link another Ethernet address. INVALID for one that is not unicast (EADDRNOTAVAIL), BUSY (EBUSY) where the driver
     * cannot on a link that is up, UNSUPPORTED (EOPNOTSUPP) where it never can.
     *
     * @param mac the new address
     */
    record Mac(MacAddress mac) implements LinkChange {
        @Override
        public String describe() {
            return "address " + mac;
        }
    }

    /**
     * Sets the largest packet. Below 1280 the link loses its IPv6 addresses. INVALID outside of what the driver takes (EINVAL).
     *
     * @param bytes the new MTU
     */
    record Mtu(int bytes) implements LinkChange {
        @Override
        public String describe() {
            return "mtu " + bytes;
        }
    }

    /**
     * Puts the link into a group, by which several can be deleted at once.
     *
     * @param group the number of the group
     */
    record Group(int group) implements LinkChange {
        @Override
        public String describe() {
            return "group " + Integer.toUnsignedString(group);
        }
    }

    /**
     * Writes a free text on the link.
     *
     * @param text up to 255 bytes; empty to take it off
     */
    record Alias(String text) implements LinkChange {
        /**
         * Checks the length.
         *
         * @throws IllegalArgumentException if it has more than 255 bytes, {@code IFALIASZ} less the final zero
         */
        public Alias {
            if (text.getBytes(StandardCharsets.UTF_8).length > 255) {
                throw new IllegalArgumentException("an alias has up to 255 bytes: \"" + text + "\"");
            }
        }

        @Override
        public String describe() {
            return "alias " + text;
        }
    }

    /**
     * Makes the link a port of a bridge (or of another master). BUSY (EBUSY) if it has a receive handler of another kind, such as a
     * macvlan on it; INVALID (ELOOP, EINVAL) if it cannot be one; NOT_FOUND if there is no such master (EINVAL or ENODEV).
     *
     * @param master the bridge
     */
    record Master(LinkId master) implements LinkChange {
        @Override
        public String describe() {
            return "master " + master.name();
        }
    }

    /** Takes the link out of its bridge. Harmless if it is in none. */
    record NoMaster() implements LinkChange {
        @Override
        public String describe() {
            return "nomaster";
        }
    }

    /**
     * Says whether a bridge learns MAC addresses on this port. UNSUPPORTED (EOPNOTSUPP) on a link that is no port.
     *
     * @param on whether it learns
     */
    record Learning(boolean on) implements LinkChange {
        @Override
        public String describe() {
            return "learning " + (on ? "on" : "off");
        }
    }

    /**
     * Sets the link's {@code arp_ignore} ({@code IFLA_INET_CONF}): 0 answers ARP for every local address, 1 only for those of the
     * link that is asked.
     *
     * @param value 0 to 8
     */
    record ArpIgnore(int value) implements LinkChange {
        @Override
        public String describe() {
            return "arp_ignore " + value;
        }
    }

    /**
     * Says how the link makes its IPv6 link-local address. UNSUPPORTED where the kernel or the link has no IPv6 (EAFNOSUPPORT); a
     * link whose MTU is below 1280 has none.
     *
     * @param mode the mode
     */
    record AddrGen(AddrGenMode mode) implements LinkChange {
        @Override
        public String describe() {
            return "addrgenmode " + mode;
        }
    }

    /**
     * Adds an alternative name. EXISTS if any link has that name.
     *
     * @param name 1 to 127 bytes
     */
    record AddAltName(String name) implements LinkChange {
        /**
         * Checks the name.
         *
         * @throws IllegalArgumentException if it is no valid alternative name
         */
        public AddAltName {
            LinkName.checkAlternative(name);
        }

        @Override
        public String describe() {
            return "altname add " + name;
        }
    }

    /**
     * Takes an alternative name off. NOT_FOUND if there is none such (ENOENT), INVALID (EINVAL) if another link has it or it
     * is the link's name itself.
     *
     * @param name the alternative name
     */
    record DeleteAltName(String name) implements LinkChange {
        /**
         * Checks the name.
         *
         * @throws IllegalArgumentException if it is no valid alternative name
         */
        public DeleteAltName {
            LinkName.checkAlternative(name);
        }

        @Override
        public String describe() {
            return "altname del " + name;
        }
    }
}
