package org.suiseki.library;

/**
 * What publishing came to.
 *
 * @param reference {@code name@version}
 * @param version of it
 * @param sha256 of its file
 * @param added whether it is new; otherwise the same file and card were there under this version
 */
public record PublishedModel(String reference, int version, String sha256, boolean added) {}
