package org.suiseki.study.xrd;

import org.suiseki.matter.Spectrum;

/**
 * One diffraction pattern and what is known of its sample.
 *
 * @param id unique in its set
 * @param family which series or system it belongs to, such as {@code Sm(Fe,Ti,Co)12}
 * @param group patterns of one composition share it; groups are never split between training and
 *     test
 * @param spectrum as measured or simulated, in the axis and unit of its file
 * @param values of the set's properties, in their order; NaN where unknown
 */
record Pattern(String id, String family, String group, Spectrum spectrum, double[] values) {}
