/**
 * The elements laid out anew from their properties, and how much of the known table comes back. The
 * data of its report are those of the generic report page; {@link
 * org.suiseki.study.elementmap.ElementMapFiles} describes the other files.
 */
@NullMarked
package org.suiseki.study.elementmap;

import org.jspecify.annotations.NullMarked;
