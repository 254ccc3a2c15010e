package org.suiseki.study.polymer;

/**
 * A polymer that could be made.
 *
 * @param unit its repeat unit
 * @param monomers what it is made from, SMILES joined by " + "; empty where it is not said
 * @param route the class of polymer, which tells the reaction; empty where it is not said
 */
record Candidate(String unit, String monomers, String route) {}
