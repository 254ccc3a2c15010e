/**
 * Numbers from amounts of elements: statistics over the properties of the elements, amounts and
 * fractions themselves, norms, valence orbitals, ionic character, kernel means.
 */
@NullMarked
package org.suiseki.describe.composition;

import org.jspecify.annotations.NullMarked;
