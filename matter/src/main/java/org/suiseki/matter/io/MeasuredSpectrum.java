package org.suiseki.matter.io;

import org.suiseki.matter.Spectrum;

/** A spectrum that already has its width, over an axis in eV. */
public record MeasuredSpectrum(Spectrum spectrum) implements Absorption {}
