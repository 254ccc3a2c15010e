/**
 * Filling a library: a file of tasks says what to learn from which data, and for each task many
 * models are trained, judged on held-out rows beside the dull baselines, and published.
 */
@NullMarked
package org.suiseki.study.tasks;

import org.jspecify.annotations.NullMarked;
