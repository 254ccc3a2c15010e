package org.suiseki.matter;

/** A name that says nothing, on purpose: see {@link Trespasser}. */
public final class TrespassingManager {
  private TrespassingManager() {}
}
