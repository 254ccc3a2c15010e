@NullMarked
package org.suiseki.app;

import org.jspecify.annotations.NullMarked;
