/** The backend that runs {@code ip(8)} and its siblings; found by {@link java.util.ServiceLoader}, and of no use otherwise. */
@NullMarked
package io.podbridge.iproute2;

import org.jspecify.annotations.NullMarked;
