/** One conversation with rtnetlink: sequence numbers, acknowledgements, dumps of many parts, retries, deadlines. */
@NullMarked
package io.podbridge.panama.socket;

import org.jspecify.annotations.NullMarked;
