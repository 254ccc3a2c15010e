/**
 * The study of diffraction patterns as points of a feature space, after Utimula, Yano, Kimoto,
 * Hongo, Nakano and Maezono, Adv. Theory Simul. (2022), doi:10.1002/adts.202200613.
 */
@NullMarked
package org.suiseki.study.xrd;

import org.jspecify.annotations.NullMarked;
