/**
 * Feature spaces read: how true a map is to what it shows, which parts of a pattern move its point,
 * and what lies between two points. After Utimula, Yano, Kimoto, Hongo, Nakano and Maezono, Adv.
 * Theory Simul. (2022), doi:10.1002/adts.202200613.
 */
@NullMarked
package org.suiseki.explain.latent;

import org.jspecify.annotations.NullMarked;
