package org.suiseki.matter;

/** What a spectrum is taken to be where it was not measured. */
public enum OutsideRange {
  /** An error: nothing is known there. */
  REFUSE,
  /** Zero: right for a background-subtracted peak that has died out. */
  ZERO,
  /** The value at the nearest end: right for a flat baseline or a constant post-edge. */
  HOLD
}
