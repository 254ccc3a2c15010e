package org.suiseki.library;

/**
 * What importing an archive came to.
 *
 * @param added models that were not there
 * @param present models that were there already, file and card the same
 * @param renumbered of those added, how many have another version here, because their own was given
 *     to another model
 * @param aliases that were set
 * @param aliasesKept that point at another model here, and stay so
 */
public record Imported(long added, long present, long renumbered, long aliases, long aliasesKept) {}
