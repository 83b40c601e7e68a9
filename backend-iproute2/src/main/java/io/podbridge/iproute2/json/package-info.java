/** The model, read from the JSON of {@code ip(8)} and {@code bridge(8)}. It starts no process. */
@NullMarked
package io.podbridge.iproute2.json;

import org.jspecify.annotations.NullMarked;
