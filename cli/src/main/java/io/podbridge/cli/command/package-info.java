/** The commands of {@code podbridge}, one class each, with the options that they share. */
@NullMarked
package io.podbridge.cli.command;

import org.jspecify.annotations.NullMarked;
