/** What is looked at before a pod is touched, and why it may be refused. */
@NullMarked
package io.podbridge.internal.preflight;

import org.jspecify.annotations.NullMarked;
