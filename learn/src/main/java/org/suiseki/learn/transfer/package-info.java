/**
 * Learning a little from much: models that were trained on plenty of other data describe the
 * materials of a small set, and what they say of them is learned from. {@link
 * org.suiseki.learn.transfer.Shotgun} tries many such sources and says whether any helps beyond
 * chance; {@link org.suiseki.learn.transfer.TailTrial} asks the same where the test lies beyond the
 * values of the training.
 */
@NullMarked
package org.suiseki.learn.transfer;

import org.jspecify.annotations.NullMarked;
