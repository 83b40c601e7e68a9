/**
 * The backend {@code panama}: raw rtnetlink messages through java.lang.foreign. Nothing in here is for callers but the provider, which
 * ServiceLoader finds.
 */
@NullMarked
package io.podbridge.panama;

import org.jspecify.annotations.NullMarked;
