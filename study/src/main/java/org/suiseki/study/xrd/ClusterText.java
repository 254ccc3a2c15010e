package org.suiseki.study.xrd;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.suiseki.learn.Column;

/** A sentence on what the patterns of a cluster have in common. */
final class ClusterText {
  /** Families with a smaller share are not named. */
  private static final double SMALLEST_SHARE = 0.1;

  private ClusterText() {}

  static String of(SetResults one, int cluster) {
    Map<String, Integer> families = new TreeMap<>();
    int count = 0;
    for (int row = 0; row < one.set().size(); row++) {
      if (one.mapped().clusters()[row] == cluster) {
        families.merge(one.set().patterns().get(row).family(), 1, Integer::sum);
        count++;
      }
    }
    int all = count;
    List<String> parts = new ArrayList<>();
    families.entrySet().stream()
        .filter(entry -> entry.getValue() >= SMALLEST_SHARE * all)
        .sorted(Map.Entry.<String, Integer>comparingByValue().reversed())
        .forEach(entry -> parts.add(entry.getValue() + " " + formula(entry.getKey())));
    String text = String.join(", ", parts);
    List<String> means = new ArrayList<>();
    double[] centre = one.mapped().centres().get(cluster);
    for (int i = 0; i < centre.length; i++) {
      Column column = one.set().properties().get(i);
      if (Double.isFinite(centre[i])) {
        String unit = column.unit().equals("1") ? "" : " " + column.unit();
        String form = Math.abs(centre[i]) < 1 ? "%s %.2f%s" : "%s %.1f%s";
        means.add(String.format(Locale.ROOT, form, column.name(), centre[i], unit));
      }
    }
    return means.isEmpty() ? text : text + "; on average " + String.join(", ", means);
  }

  /** A formula with its numbers as indices, Sm(Fe,Ti)_{12}; other names stay as they are. */
  static String formula(String family) {
    return family.matches("(?:[A-Z][a-z]?|[(),.\\d–-])+")
        ? family.replaceAll("(?<=[A-Za-z)])(\\d+(?:\\.\\d+)?)", "_{$1}")
        : family;
  }
}
