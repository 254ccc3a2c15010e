/**
 * Small data sets learned with the help of trained models: the table that is to be learned, the
 * models as sources, and what came of trying them, as files and as a page.
 */
@NullMarked
package org.suiseki.study.transfer;

import org.jspecify.annotations.NullMarked;
