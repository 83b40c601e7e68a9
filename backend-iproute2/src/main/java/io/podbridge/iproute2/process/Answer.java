package io.podbridge.iproute2.process;

/**
 * What a program said to one line of a batch.
 *
 * @param isSuccess whether it did not say that the command failed
 * @param text all that it printed about it, without white space around it
 */
public record Answer(boolean isSuccess, String text) {}
