@NullMarked
package org.suiseki.matter;

import org.jspecify.annotations.NullMarked;
