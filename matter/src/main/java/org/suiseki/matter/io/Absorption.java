package org.suiseki.matter.io;

/** How a molecule absorbs near a core level: as computed site by site, or as measured. */
public sealed interface Absorption permits SiteSticks, MeasuredSpectrum {}
