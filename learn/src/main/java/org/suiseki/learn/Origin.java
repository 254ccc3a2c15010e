package org.suiseki.learn;

/**
 * Where data came from: a file or a place, its licence as stated there, and the sha-256 (hex) of
 * what was read.
 */
public record Origin(String source, String licence, String sha256) {}
