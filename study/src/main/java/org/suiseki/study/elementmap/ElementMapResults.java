package org.suiseki.study.elementmap;

import java.util.List;

/**
 * What a run has found.
 *
 * @param measured the set of measured properties: the main one
 * @param tried how far the map may bend, the best first
 * @param main its arrangements
 * @param otherwise with holes filled in the other way
 * @param everythingSet with the properties that state the place in the known table
 * @param everything its main arrangement
 * @param effects of leaving one property out, those that move the map most first
 */
record ElementMapResults(
    ElementSet measured,
    List<MapChoice> tried,
    LaidOut main,
    LaidOut otherwise,
    ElementSet everythingSet,
    LaidOut everything,
    List<PropertyEffect> effects) {}
