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
    if (results.stream().anyMatch(one -> one.properties().size() > 2)) {
      sentences.add(
          "Two coordinates cannot hold three or more independent contents: where the map tells less"
              + " than the wide space, part of that is its price.");
    }
    sentences.add(
        "A pattern whose peak is masked is one that no sample gives: how far its point moves is a"
            + " property of the space. How far it moves when the peak is made average tells which"
            + " peaks distinguish samples. Read both.");
    sentences.add(
        "Distances on the map can be trusted among neighbours, less across it; empty regions are"
            + " filled by the decoder with what it thinks likely.");
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
