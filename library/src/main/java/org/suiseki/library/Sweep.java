package org.suiseki.library;

/**
 * What sweeping a library took away.
 *
 * @param models that were deleted, and whose entries are gone now
 * @param files that no entry named
 * @param bytes of those
 * @param waiting deleted models and files without an entry that are not old enough yet
 */
public record Sweep(long models, long files, long bytes, long waiting) {}
