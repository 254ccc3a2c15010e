package org.suiseki.explain.latent;

import java.util.List;
import org.suiseki.learn.Column;

/**
 * Which peaks of a set of patterns move its points in a feature space, and which move what is
 * predicted. Made by {@link RelevanceOptions#explain}. Plain data: arrays, numbers, sentences.
 *
 * <p>Of each pattern: rows × peaks, NaN where a pattern does not have the peak. The arrays are
 * handed over, not copied.
 *
 * @param spread root mean square distance of all points from their centre, in the map's
 *     coordinates: the unit of moves
 * @param outputs of the answers
 * @param peaks in the order of the windows
 * @param pairs of the peaks that move the points most, the largest interaction first
 * @param agreement 1 − Σ|masking − gradient|²/Σ|masking|² over all patterns and peaks, see {@link
 *     RelevantPeak#agreement}
 * @param rankAgreement Spearman's correlation between the mean lengths that masking and gradient
 *     say of the peaks
 * @param points rows × coordinates, as encoded
 * @param shift rows × peaks × coordinates, as encoded: by the background
 * @param gradient rows × peaks × coordinates, as encoded: the same to first order
 * @param contrast rows × peaks × coordinates, as encoded: by the set's mean peak
 * @param answer rows × peaks × outputs: change of the answer, by the background
 * @param answerContrast rows × peaks × outputs: by the set's mean peak
 * @param intensity rows × peaks: area above the local background, in unit of intensity × axis
 * @param findings a sentence on each peak that is intense and yet of little relevance
 */
public record PeakRelevance(
    double spread,
    List<Column> outputs,
    List<RelevantPeak> peaks,
    List<PeakPair> pairs,
    double agreement,
    double rankAgreement,
    double[][] points,
    double[][][] shift,
    double[][][] gradient,
    double[][][] contrast,
    double[][][] answer,
    double[][][] answerContrast,
    double[][] intensity,
    List<String> findings) {

  public PeakRelevance {
    outputs = List.copyOf(outputs);
    peaks = List.copyOf(peaks);
    pairs = List.copyOf(pairs);
    findings = List.copyOf(findings);
  }
}
