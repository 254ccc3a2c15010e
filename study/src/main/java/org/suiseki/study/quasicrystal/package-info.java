/**
 * The study of quasicrystals: from a composition alone, is it a quasicrystal, an approximant or an
 * ordinary compound (Liu, Fujita, Katsura, Inada, Ishikawa, Tamura, Kimura and Yoshida, Adv. Mater.
 * 33, 2102507 (2021), doi 10.1002/adma.202102507)?
 *
 * <p>A run folder holds, besides what every run has:
 *
 * <pre>
 * metrics.json       {study, seed, quick, rows, classes, counts, data_sha256, features,
 *                     candidates: [{name, text}],
 *                     splits: [{split, tests, chosen: [[name]],
 *                               models: [{model, confusion, accuracy, balanced_accuracy, macro_f1,
 *                                         ci, per_class: [{class, precision, recall, f1, support}],
 *                                         log_loss, log_loss_ci, brier, calibration_error,
 *                                         calibration_error_in_question,
 *                                         calibration_error_in_question_ci}],
 *                               over_peers_forest: {macro_f1, ci},
 *                               nearness: {rare_test_rows, with_system_in_training,
 *                                          with_rare_system_in_training}}],
 *                     chosen: [name],
 *                     systems: [{system, unseen, steps, area: {class: share},
 *                                known: [{id, label, said, chances}]}], seconds}
 * predictions.csv    id, formula, system, label, split, number, model, said, then P(class) of each
 * maps.csv           system, model, then the share of each corner, P(class) of each, said
 * model.suiseki      what `suiseki predict` reads: kind material-classes
 * report.html
 * </pre>
 */
@NullMarked
package org.suiseki.study.quasicrystal;

import org.jspecify.annotations.NullMarked;
