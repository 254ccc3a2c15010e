package org.suiseki.study;

import org.suiseki.matter.Sha256;
import tools.jackson.databind.node.ObjectNode;

/**
 * All that decides the numbers of a run, beside the text of its study: two runs with the same study
 * and recipe on the same machine give the same results, and only such a run may be resumed.
 *
 * @param seed where every random draw comes from
 * @param options every option with the value it has after defaults and command line
 * @param dataSha256 of the data, see {@link Sha256}; empty if the run reads none
 */
public record Recipe(long seed, ObjectNode options, String dataSha256) {}
