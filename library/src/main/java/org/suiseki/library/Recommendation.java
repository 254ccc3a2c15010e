package org.suiseki.library;

/**
 * The model to predict a property with, and why this one.
 *
 * @param why a sentence
 */
public record Recommendation(LibraryEntry entry, String why) {}
