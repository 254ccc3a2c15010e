@NullMarked
package org.suiseki.learn;

import org.jspecify.annotations.NullMarked;
