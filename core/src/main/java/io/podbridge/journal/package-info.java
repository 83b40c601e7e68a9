/** What outlives a crash: the journal of a binding, one file per namespace and interface, and the lock beside it. */
@NullMarked
package io.podbridge.journal;

import org.jspecify.annotations.NullMarked;
