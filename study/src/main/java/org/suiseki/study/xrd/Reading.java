package org.suiseki.study.xrd;

import org.suiseki.study.OutOfFold;

/**
 * One way to tell the concentrations of a sample from its pattern, and what it says of samples of
 * compositions it has not seen.
 *
 * @param name for files, such as {@code wide}
 * @param title for people
 * @param baseline whether it is a dull one, to be beaten
 * @param said of every pattern, by the fold that tests it
 */
record Reading(String name, String title, boolean baseline, OutOfFold said) {}
