package org.suiseki.study.xrd;

import java.util.ArrayList;
import java.util.List;

/** What a reader must not conclude. */
final class XrdLimits {

  private XrdLimits() {}

  static List<String> sentences(List<SetResults> results, XrdOptions options) {
    List<String> sentences = new ArrayList<>();
    if (results.get(0).set().modelling().isPresent()) {
      sentences.add(
          "The patterns are simulated, with counting noise and small misalignment, and without"
              + " texture, second phases, strain or disorder beyond mixed sites: measured samples"
              + " will be told less well.");
    }
    sentences.add(
        "Two coordinates cannot hold three or more independent concentrations: where the map says"
            + " less than the wide space, that is its price, not a fault of the training.");
    sentences.add(
        "A pattern whose peak is masked is one that no sample gives. How far its point moves is a"
            + " property of the space; how far it moves when the peak is made like the mean one"
            + " tells which peaks distinguish samples. Read both.");
    sentences.add(
        "Distances on the map are true only among neighbours; empty regions are filled by the"
            + " decoder with what it thinks likely.");
    for (SetResults one : results) {
      if (one.relevance().peaks().isEmpty()) {
        sentences.add(one.set().title() + ": " + SetStudy.NO_PEAK);
      }
    }
    if (options.quick()) {
      sentences.add("This was a quick run: fewer candidates, folds, seeds and epochs.");
    }
    return sentences;
  }
}
