/** The backend {@code iproute2}: runs {@code ip(8)}, {@code bridge(8)} and {@code ethtool(8)}, and reads their JSON. */
module io.podbridge.iproute2 {
    requires io.podbridge.core;
    requires com.google.common;
    requires com.google.gson;
    requires static org.jspecify;
}
