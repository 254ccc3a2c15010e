@NullMarked
package org.suiseki.bench;

import org.jspecify.annotations.NullMarked;
