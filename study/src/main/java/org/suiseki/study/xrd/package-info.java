/**
 * The study of diffraction patterns as points of a feature space, after Utimula, Yano, Kimoto,
 * Hongo, Nakano and Maezono, Adv. Theory Simul. (2022), doi:10.1002/adts.202200613.
 *
 * <h2>The data of its report</h2>
 *
 * <p>What {@link org.suiseki.study.ReportPage} shows of a run is a JSON object of schema {@code
 * xrd-feature-space-report}, version 1. Indices {@code p} point into the patterns of the set,
 * {@code k} into its peaks, {@code property} and {@code family} into its properties and families;
 * positions are in the unit of the axis.
 *
 * <pre>
 * schema       "xrd-feature-space-report"
 * version      1
 * title, subtitle, question
 *              plain text; question replaces the usual paragraph
 * headline     [sentence]
 *              the findings in words, first on the page; short sentences that begin with a number
 * provenance   {seed, quick, command, created: ISO 8601, seconds, software: {name: version},
 *               data: {source, licence, sha256, patterns, rejected: [{id, reason}]},
 *               stages: [{name, seconds}]}
 * notes        [sentence]
 *              the limits
 * sets         [{name, title, lead, and what follows}]
 *              with more than one the page has a chooser, and a table of all
 *
 * Of each set
 * axis         {name, unit, values: packed}
 *              positions of all patterns, such as "2θ" in "°"
 * quantity     the y axis of all curves, such as "intensity (arbitrary units)": in proportion to
 *              intensity, so that two patterns mix by adding them
 * preparation  how the patterns were prepared for the models, in words
 * properties   [{name, label, unit}]
 *              what is known of a composition; a label may hold Fe_{12}
 * families     [{name, label}]
 * patterns     [{id, family, group, values: [per property, null where unknown], point: [x, y],
 *                spread: [sx, sy], cluster, held, curve: packed over the axis}]
 *              spread, absent with one seed, is the standard deviation between seeds in
 *              coordinates of the map; a
 *              negative cluster is none; held marks a newcomer, whose values colour nothing
 * map          {method, x, y, note}
 *              x and y name the axes
 * decoded      {columns, rows, every, x: [from, to], y: [from, to], curves: packed}
 *              the decoder's patterns on a grid over the map, rows from y.from upwards, of each
 *              row the columns, of each column the axis; walks are bilinear in it. Where every is
 *              2, 3, … only the first point of each so many is there, and between them all is
 *              linear
 * quality      [{name, value, text}]
 * clusters     [{cluster, count, text}]
 * models       [{name, method, kind: "autoencoder" | "baseline", size, unexplained, low, high,
 *                trustworthiness, seconds, chosen: "map" | "wide" | null}]
 *              method "pca" is the one that the table of all sets compares with; unexplained, with
 *              its interval: share of the variance in 0..1 that is not
 *              reconstructed, on held-out compositions
 * concentration
 *              [{property, reading, model, baseline, mae, rmse, r2, r2Interval: [low, high],
 *                coverage}]
 *              in the order in which they are shown; reading "wide", "map" and "ridge" are those
 *              of the table of all sets, model is for people; coverage is the share of truths within two stated deviations, null without any
 * parity       [{property, reading, model, points: [{p, truth, mean, deviation}]}]
 *              the first model is the one whose answers stand beside a pattern
 * companion    {text, accuracy, rows: [{name, value: text or number}]}
 *              the method with dynamic time warping; accuracy in 0..1
 * peaks        [{label, position, intensity, from, to}]
 *              labels are hkl such as "3 1 0", of joined peaks "3 2 1 + 4 0 0", or a position such as "31.2°"; position and
 *              intensity (percent of the strongest) are means over the set
 * relevance    {items: [{peak: k, shift, relative, gradient, contrast,
 *                        answer: [per property], answerContrast: [per property], varies, moves,
 *                        finding: sentence or absent}],
 *               patterns: [per pattern {windows: [[from, to] or null, per peak],
 *                          shift: [[dx, dy] or null, per peak],
 *                          answer: [[per property] or null, per peak], intensity: [per peak]}],
 *               pairs: [{a: k, b: k, shift, sum, interaction}],
 *               sentences: [sentence]}
 *              items are means over the patterns, the farthest first. A peak is taken out (shift,
 *              gradient, answer: its local background in its place) or made average (contrast,
 *              answerContrast: the set's mean peak in its place). Ways of points, also those of
 *              pairs, are in map units: root mean square distance of the points from their centre;
 *              those of patterns in coordinates of the map. relative is the shift by the peak's
 *              share of the intensity, 1 as expected; answers in the unit of the property; varies
 *              is a part of the mean peak, moves the range of its position; intensity of a pattern
 *              in percent of its strongest peak
 * interpolation
 *              {rows: [{from, to, between, part, walk, wide, mixing, floor,
 *                       walkPosition, widePosition, mixingPosition}],
 *               summary: [{name, walk, mixing, share, position, mixingPosition}],
 *               examples: [{from: p, to: p, truth, walk, wide, mixing: packed, text}],
 *               sentences: [sentence]}
 *              from and to are ids or groups of patterns, between is text; walk (on the map), wide
 *              (in the wide space), mixing and floor are profile R-factors in percent, floor that
 *              of the map's own reconstruction; positions are mean errors of the places of peaks;
 *              a summary is of medians, share in 0..1 of the walks that are closer than the mixture
 *
 * packed       a list of numbers, or {low, high, data}: base64 of unsigned 16-bit little-endian
 *              integers q that stand for low + (high - low) q / 65535, or {low, high, data8}: the
 *              same of unsigned bytes q by 255; with power: 2 these values are roots, to be squared
 *              with their sign kept
 * </pre>
 *
 * <p>150 patterns of 1,751 points and seven series of 42 patterns of 1,951 make a page of 6 MB. An
 * address such as {@code report.html#set=NAME&pattern=ID&to=ID&at=0.4&peak=3&colour=family} opens
 * it in a state: a pattern may also be named by its group, peaks count from 1, colour may be {@code
 * property:0}, {@code family} or {@code cluster}, {@code scale=root} draws roots of intensities,
 * and the word {@code dark} or {@code light} may join them.
 */
@NullMarked
package org.suiseki.study.xrd;

import org.jspecify.annotations.NullMarked;
