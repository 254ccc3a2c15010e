package org.suiseki.study.coreloss;

import java.util.Locale;

/** What a model is given to read from. */
enum FeatureSet {
  SPECTRUM("the spectrum alone"),
  RATIOS("the element ratios alone"),
  BOTH("the spectrum and the element ratios");

  private final String words;

  FeatureSet(String words) {
    this.words = words;
  }

  String text() {
    return name().toLowerCase(Locale.ROOT);
  }

  String words() {
    return words;
  }
}
