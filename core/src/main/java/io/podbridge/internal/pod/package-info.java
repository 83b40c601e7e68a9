/** What is seen of a pod: a snapshot of its namespace, and the discovery of the interface that is to be bound. */
@NullMarked
package io.podbridge.internal.pod;

import org.jspecify.annotations.NullMarked;
