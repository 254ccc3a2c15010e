/** Numbers from molecules and from the repeat units of polymers. */
@NullMarked
package org.suiseki.describe.molecule;

import org.jspecify.annotations.NullMarked;
