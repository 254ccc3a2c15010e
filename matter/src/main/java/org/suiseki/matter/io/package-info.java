/** Reading matter from files. */
@NullMarked
package org.suiseki.matter.io;

import org.jspecify.annotations.NullMarked;
