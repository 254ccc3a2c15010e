@NullMarked
package org.suiseki.simulate;

import org.jspecify.annotations.NullMarked;
