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
 *              the findings in words, first on the page
 * provenance   {seed, quick, command, created: ISO 8601, seconds, software: {name: version},
 *               data: {source, licence, sha256, patterns, rejected: [{id, reason}]},
 *               stages: [{name, seconds}]}
 * notes        [sentence]
 *              the limits
 * sets         [{name, title, lead, and what follows}]
 *              with more than one the page has a chooser
 *
 * Of each set
 * axis         {name, unit, values: packed}
 *              positions of all patterns, such as "2θ" in "°"
 * quantity     the y axis, such as "√ intensity (maximum 1)"; where it begins with √ the page
 *              squares before it mixes two patterns
 * properties   [{name, label, unit}]
 *              what is known of a composition; a label may hold Fe_{12}
 * families     [{name, label}]
 * patterns     [{id, family, group, values: [per property, null where unknown], point: [x, y],
 *                spread: [sx, sy], cluster, held, curve: packed over the axis}]
 *              spread is the standard deviation between seeds in coordinates of the map; a
 *              negative cluster is none; held marks a newcomer, whose values colour nothing
 * map          {method, x, y, note}
 *              x and y name the axes
 * decoded      {columns, rows, x: [from, to], y: [from, to], curves: packed}
 *              the decoder's patterns on a grid over the map, rows from y.from upwards, of each
 *              row the columns, of each column the axis; walks are bilinear in it
 * quality      [{name, value, text}]
 * clusters     [{cluster, count, text}]
 * models       [{name, kind: "autoencoder" | "baseline", size, unexplained, low, high,
 *                trustworthiness, seconds, chosen: "map" | "wide" | null}]
 *              unexplained, with its interval: share of the variance in 0..1 that is not
 *              reconstructed, on held-out compositions
 * concentration
 *              [{property, model, baseline, mae, rmse, r2, r2Interval: [low, high], coverage}]
 *              coverage is the share of truths within two stated deviations, null without any
 * parity       [{property, model, points: [{p, truth, mean, deviation}]}]
 * companion    {text, accuracy, rows: [{name, value: text or number}]}
 *              the method with dynamic time warping; accuracy in 0..1
 * peaks        [{label, position, intensity, from, to}]
 *              labels are hkl such as "3 1 0", or a position such as "31.2°"; position and
 *              intensity (percent of the strongest) are means over the set
 * relevance    {items: [{peak: k, shift, relative, gradient, answer: [per property], varies,
 *                        finding: sentence or null}],
 *               patterns: [per pattern {windows: [[from, to] or null, per peak],
 *                          shift: [[dx, dy] or null, per peak],
 *                          answer: [[per property] or null, per peak], intensity: [per peak]}],
 *               pairs: [{a: k, b: k, shift, sum}],
 *               sentences: [sentence]}
 *              items are means over the patterns, the farthest first; their shift and gradient,
 *              and those of pairs, are in spreads of the map (root mean square distance from its
 *              centre), those of patterns in its coordinates; relative is the shift by the peak's
 *              share of the intensity, 1 as expected; answer in the unit of the property
 * interpolation
 *              {rows: [{from: id, to: id, between: id or text, part, walk, mixing, floor,
 *                       walkPosition, mixingPosition}],
 *               summary: [{name, walk, mixing, share}],
 *               example: {from: p, to: p, truth, walk, mixing: packed, text},
 *               sentences: [sentence]}
 *              walk, mixing and floor are profile R-factors in percent, floor that of the model's
 *              own reconstruction; positions are mean errors of the places of peaks; share in 0..1
 *              of the walks that are closer than the mixture
 *
 * packed       a list of numbers, or {low, high, data}: base64 of unsigned 16-bit little-endian
 *              integers q that stand for low + (high - low) q / 65535, or {low, high, data8}: the
 *              same of unsigned bytes q by 255
 * </pre>
 *
 * <p>150 patterns of 2,000 points with a decoded grid of 17 by 17 in bytes make a page of 2 MB. An
 * address such as {@code report.html#set=NAME&pattern=ID&to=ID&at=0.4&peak=3&colour=family} opens
 * it in a state: peaks count from 1, colour may be {@code property:0}, {@code family} or {@code
 * cluster}, and the word {@code dark} or {@code light} may join them.
 */
@NullMarked
package org.suiseki.study.xrd;

import org.jspecify.annotations.NullMarked;
