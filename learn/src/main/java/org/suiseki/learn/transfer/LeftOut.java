package org.suiseki.learn.transfer;

/**
 * A source that could not be tried.
 *
 * @param reason one sentence
 */
public record LeftOut(String source, String reason) {}
