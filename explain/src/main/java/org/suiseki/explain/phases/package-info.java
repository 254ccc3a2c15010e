/**
 * Which crystals make a measured powder pattern, and how much of each: candidates are chosen one
 * after another, their patterns moved, widened and added, until none explains what is left.
 */
@NullMarked
package org.suiseki.explain.phases;

import org.jspecify.annotations.NullMarked;
