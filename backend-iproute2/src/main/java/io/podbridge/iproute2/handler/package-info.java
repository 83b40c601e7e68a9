/**
 * The handler: requests become command lines, answers become values and failures. Links are told to the programs by their index, in a
 * spelling that no link can have as its name.
 */
@NullMarked
package io.podbridge.iproute2.handler;

import org.jspecify.annotations.NullMarked;
