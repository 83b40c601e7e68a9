/**
 * The handler: requests and the model on one side, messages and system calls on the other. It knows no bytes and no memory, apart from
 * the two structures that ioctls want.
 */
@NullMarked
package io.podbridge.panama.handler;

import org.jspecify.annotations.NullMarked;
