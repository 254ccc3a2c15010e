/**
 * The study of lattice thermal conductivity (Ju et al., Phys. Rev. Mater. 5, 053801, 2021,
 * arXiv:1909.11234): a few dozen conductivities, the highest held out, and what models of other
 * properties add.
 */
@NullMarked
package org.suiseki.study.conductivity;

import org.jspecify.annotations.NullMarked;
