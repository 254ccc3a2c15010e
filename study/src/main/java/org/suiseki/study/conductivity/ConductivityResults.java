package org.suiseki.study.conductivity;

import java.util.List;
import org.suiseki.learn.transfer.ShotgunResult;
import org.suiseki.learn.transfer.TailResult;

/**
 * What a run found.
 *
 * @param trained the sources that were trained in it
 * @param library how many sources came from a library
 * @param shotgun within the known range
 * @param tail beyond it
 * @param shortlist of candidates
 */
record ConductivityResults(
    ConductivityOptions options,
    ConductivityData data,
    List<SourceSummary> trained,
    int library,
    ShotgunResult shotgun,
    TailResult tail,
    Shortlist shortlist) {}
