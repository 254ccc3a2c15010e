package org.suiseki.matter.io;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** What was amended or ignored while a CIF was read: each sentence once, and so many at most. */
final class CifWarnings {
  private static final int MOST = 30;

  private final Set<String> sentences = new LinkedHashSet<>();
  private int further;

  void add(String sentence) {
    if (sentences.size() < MOST) {
      sentences.add(sentence);
    } else if (!sentences.contains(sentence)) {
      further++;
    }
  }

  void addAll(List<String> others) {
    others.forEach(this::add);
  }

  boolean isEmpty() {
    return sentences.isEmpty();
  }

  /** The sentences so far, which are forgotten here. */
  List<String> take() {
    List<String> taken = new ArrayList<>(sentences);
    if (further > 0) {
      taken.add("There are " + further + " further warnings.");
    }
    sentences.clear();
    further = 0;
    return taken;
  }
}
