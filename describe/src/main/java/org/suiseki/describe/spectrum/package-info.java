/** From a measured spectrum to one that can be compared, and to its peaks. */
@NullMarked
package org.suiseki.describe.spectrum;

import org.jspecify.annotations.NullMarked;
