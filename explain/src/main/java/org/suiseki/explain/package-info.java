@NullMarked
package org.suiseki.explain;

import org.jspecify.annotations.NullMarked;
