/**
 * Models that are kept, found and trusted: what a material model is, the card that says what it
 * learned from and how good it is, and the catalogue with its files.
 */
@NullMarked
package org.suiseki.library;

import org.jspecify.annotations.NullMarked;
