/** Symmetry, neighbours, Voronoi cells and coordination of crystals. */
@NullMarked
package org.suiseki.matter.geometry;

import org.jspecify.annotations.NullMarked;
