package org.suiseki.study.findings;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.DoubleStream;
import org.suiseki.learn.Interval;
import org.suiseki.study.Numbers;
import org.suiseki.study.StudyException;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * A line of {@link Curves} with the band of its intervals.
 *
 * @param name in the key
 * @param x ascending
 * @param y one for each x
 * @param isBaseline whether it is what the others are compared with: drawn grey and dashed
 */
public record Curve(String name, List<Double> x, List<Estimate> y, boolean isBaseline) {

  public Curve {
    x = List.copyOf(x);
    y = List.copyOf(y);
    if (x.size() != y.size()) {
      throw new StudyException(
          "the curve \"" + name + "\" of a report has " + x.size() + " x and " + y.size() + " y",
          "Give as many of both.");
    }
  }

  public static Curve of(String name, double[] x, double[] y) {
    return new Curve(name, boxed(x), DoubleStream.of(y).mapToObj(Estimate::of).toList(), false);
  }

  public static Curve of(String name, double[] x, List<Estimate> y) {
    return new Curve(name, boxed(x), y, false);
  }

  /** With an interval at each x. */
  public Curve within(List<Interval> intervals) {
    if (intervals.size() != y.size()) {
      throw new StudyException(
          "the curve \"" + name + "\" of a report has " + intervals.size() + " intervals",
          "Give one for each of its " + y.size() + " points.");
    }
    List<Estimate> banded = new ArrayList<>();
    for (int i = 0; i < y.size(); i++) {
      banded.add(Estimate.within(y.get(i).value(), intervals.get(i)));
    }
    return new Curve(name, x, banded, isBaseline);
  }

  public Curve baseline() {
    return new Curve(name, x, y, true);
  }

  private static List<Double> boxed(double[] values) {
    return DoubleStream.of(values).boxed().toList();
  }

  ObjectNode json() {
    ObjectNode json = JsonNodeFactory.instance.objectNode().put("name", name);
    json.put("baseline", isBaseline);
    Numbers.put(json, "x", x.stream().mapToDouble(Double::doubleValue).toArray());
    Numbers.put(json, "y", y.stream().mapToDouble(Estimate::value).toArray());
    Numbers.put(json, "low", y.stream().mapToDouble(Estimate::low).toArray());
    Numbers.put(json, "high", y.stream().mapToDouble(Estimate::high).toArray());
    y.stream()
        .mapToDouble(Estimate::level)
        .filter(Double::isFinite)
        .findFirst()
        .ifPresent(level -> json.put("level", level));
    return json;
  }
}
