/**
 * System calls, and nothing above them: the only package that uses java.lang.foreign. All go through {@code syscall(2)}, one native
 * call of one shape, since each shape costs a start-up some milliseconds.
 */
@NullMarked
package io.podbridge.panama.ffi;

import org.jspecify.annotations.NullMarked;
