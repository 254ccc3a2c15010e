package org.suiseki.library;

import java.util.OptionalDouble;

/**
 * A model that a search found.
 *
 * @param similarity of its domain to the one that was asked for, from 0 to 1; absent where none was
 */
public record FoundModel(LibraryEntry entry, OptionalDouble similarity) {}
