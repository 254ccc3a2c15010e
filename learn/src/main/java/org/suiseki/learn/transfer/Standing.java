package org.suiseki.learn.transfer;

/**
 * The error of one way to learn that was not chosen among others.
 *
 * @param name such as {@code mean}, or approach and head
 * @param loss the mean over the outer splits
 */
public record Standing(String name, double loss) {}
