package org.suiseki.explain.latent;

/**
 * What takes the place of a peak. What the first tells and what the others tell are two things: a
 * peak that is in every pattern alike moves the point when it is removed, because the model never
 * met a pattern without it, and still tells no pattern from another.
 */
public enum Replacement {
  /**
   * The local background: the straight line through the means of a few points at both ends of the
   * window. The pattern as if the peak were not there, which as a rule is none that a sample can
   * give.
   */
  BACKGROUND,
  /**
   * The mean of the set's peaks, each moved so that their positions are one, put where this pattern
   * has the peak, on this pattern's local background. What goes is what its height and shape have
   * of their own.
   */
  MEAN_SHAPE,
  /**
   * The same mean peak at the mean of the set's positions. What goes is all that the peak has of
   * its own: height, shape and place.
   */
  MEAN_PEAK
}
