package org.suiseki.study.polymer;

import java.util.List;

/**
 * What a run has found.
 *
 * @param pool polymers of the target
 * @param learned the sources
 * @param ceiling R² and error of a network that was shown the target of all other polymers, on the
 *     pool; NaN where there are too few
 * @param curve the learning curves
 * @param verdict of trying every source with few polymers
 * @param ways what the model of the screening learned from
 * @param check of that model
 * @param screened the candidates
 * @param leastLike the border of the domain
 * @param hardest the border of what is easy enough to make
 */
record PolymerResults(
    int pool,
    List<SourceModel.Learned> learned,
    double[] ceiling,
    List<CurvePoint> curve,
    TransferVerdict verdict,
    List<String> ways,
    HeldOutCheck check,
    Screened screened,
    double leastLike,
    double hardest) {}
