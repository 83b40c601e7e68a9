/**
 * Programs as processes: found on the path, started inside a network namespace without a shell and in the C locale, with a deadline and
 * with all that they print read. It knows nothing of links and addresses.
 */
@NullMarked
package io.podbridge.iproute2.process;

import org.jspecify.annotations.NullMarked;
