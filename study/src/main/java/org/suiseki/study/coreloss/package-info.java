/**
 * The core-loss study: what the carbon K-edge spectrum of a molecule says about its properties,
 * after Kikumasa, Kiyohara, Shibata and Mizoguchi, Adv. Intell. Syst. 4, 2100103 (2022),
 * doi:10.1002/aisy.202100103.
 */
@NullMarked
package org.suiseki.study.coreloss;

import org.jspecify.annotations.NullMarked;
