@NullMarked
package org.suiseki.describe;

import org.jspecify.annotations.NullMarked;
