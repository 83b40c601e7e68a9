package io.podbridge.guest;

/**
 * The name of a host, as DHCP's option 12 tells it.
 *
 * @param name such as {@code web-0} or {@code web-0.example.com}
 */
public record HostName(String name) {

    /**
     * Checks the name.
     *
     * @throws IllegalArgumentException if it is no name of a host (RFC 1123): labels of 1 to 63 letters, digits and hyphens, no hyphen at
     *         either end, 253 characters in all
     */
    public HostName {
        if (!DomainName.isHost(name)) {
            throw new IllegalArgumentException("not a name of a host: " + Quoted.of(name));
        }
    }

    /** {@return the name} */
    @Override
    public String toString() {
        return name;
    }
}
