package org.suiseki.explain.latent;

import java.util.Optional;

/**
 * A peak and what it does in a feature space, over the patterns that have it. Moves are in units of
 * the map's spread. All numbers are NaN where no pattern has the peak.
 *
 * @param label as in {@link PeakWindows}
 * @param position mean, in the unit of the axis, as {@code from} and {@code to}
 * @param from mean
 * @param to mean
 * @param intensity mean integrated intensity, in % of the strongest peak's
 * @param share mean share of all peaks' intensity, from 0 to 1
 * @param intensityRank 1 for the most intense
 * @param shift how far the point moves when the peak is replaced by its background
 * @param rank by the mean of that, 1 for the farthest
 * @param relative its part of all peaks' mean moves by its part of their intensities: 1 where it
 *     moves as far as its intensity lets expect. Of patterns as roots of intensities weak peaks
 *     have larger ones throughout
 * @param gradient the mean length of the move that the gradient says, to first order
 * @param agreement 1 − Σ|masking − gradient|²/Σ|masking|²: 1 where the gradient says the moves
 *     exactly, 0 where it says no more than no move would
 * @param contrast how far the point moves when the peak is replaced by the set's mean peak: what
 *     this peak tells about which pattern it is
 * @param contrastRank by the mean of that
 * @param shape the part of it without the place: by the mean peak at the pattern's own position
 * @param answer for each output the mean size of the change of the answer when the peak is replaced
 *     by its background, in the output's unit
 * @param answerMean the mean of the change with its sign
 * @param answerContrast as {@code answer}, replaced by the set's mean peak
 * @param variation how much it varies over the set
 * @param finding a sentence where the peak is intense and yet of little relevance
 */
public record RelevantPeak(
    String label,
    double position,
    double from,
    double to,
    double intensity,
    double share,
    int intensityRank,
    Quartiles shift,
    int rank,
    double relative,
    double gradient,
    double agreement,
    Quartiles contrast,
    int contrastRank,
    Quartiles shape,
    double[] answer,
    double[] answerMean,
    double[] answerContrast,
    PeakVariation variation,
    Optional<String> finding) {}
