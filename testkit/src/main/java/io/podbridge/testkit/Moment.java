package io.podbridge.testkit;

import io.podbridge.netlink.request.NetlinkRequest;
import java.util.Optional;

/** When a fault strikes: at a number in a count, or at whatever is sent of a kind. */
sealed interface Moment {

    /** Whether this is it. */
    boolean isNow(Deed deed);

    /** One deed of its sort, counted from 1. */
    record Numbered(Deed.Sort sort, int number) implements Moment {
        /** Checks the number. */
        public Numbered {
            if (number < 1) {
                throw new IllegalArgumentException(sort + "s count from 1, and there is no " + sort + " " + number);
            }
        }

        @Override
        public boolean isNow(Deed deed) {
            return deed.sort() == sort && deed.number() == number;
        }

        @Override
        public String toString() {
            return sort + " " + number;
        }
    }

    /** Any request of a kind, or any that names a link. */
    record Any(Class<? extends NetlinkRequest> kind, Optional<String> link) implements Moment {
        @Override
        public boolean isNow(Deed deed) {
            return deed.request().filter(kind::isInstance).isPresent() && (link.isEmpty() || deed.links().contains(link.get()));
        }

        @Override
        public String toString() {
            return "any " + kind.getSimpleName() + link.map(name -> " on \"" + name + "\"").orElse("");
        }
    }
}
