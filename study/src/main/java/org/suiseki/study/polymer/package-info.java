/**
 * Thermal conductivity of polymers from few measured ones, with what plenty of other polymers and
 * molecules say of other properties; then the search for good ones among very many that could be
 * made (after Wu et al., npj Comput. Mater. 5, 66, 2019, doi:10.1038/s41524-019-0203-2). {@link
 * org.suiseki.study.polymer.PolymerFiles} describes the files.
 */
@NullMarked
package org.suiseki.study.polymer;

import org.jspecify.annotations.NullMarked;
