/**
 * Neural networks on libtorch. This is the only package that touches {@code org.bytedeco}: what
 * leaves it are plain Java arrays and the interfaces of {@code org.suiseki.learn}.
 */
@NullMarked
package org.suiseki.learn.nn;

import org.jspecify.annotations.NullMarked;
