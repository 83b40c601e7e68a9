package io.podbridge.internal.watch;

/**
 * Something that goes on, from when this was made.
 *
 * @param <E> what is told of it at its end
 */
interface Span<E> {

    /** It has ended, now. */
    void ended(E event);
}
