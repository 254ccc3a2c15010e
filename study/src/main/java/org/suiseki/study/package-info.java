@NullMarked
package org.suiseki.study;

import org.jspecify.annotations.NullMarked;
