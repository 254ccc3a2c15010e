package org.suiseki.study;

import static org.suiseki.study.MadeNumbers.digits;
import static org.suiseki.study.MadeNumbers.packed;
import static org.suiseki.study.MadeNumbers.squares;

import java.util.Random;
import org.suiseki.study.MadePatterns.Sample;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Walks of a made-up report between made-up patterns. */
final class MadeWalks {
  private final Random random;

  /**
   * @param random drawn from, in the order of the report
   */
  MadeWalks(Random random) {
    this.random = random;
  }

  ObjectNode of(String name, MadePatterns made) {
    ObjectNode node = JsonNodeFactory.instance.objectNode();
    ArrayNode rows = node.putArray("rows");
    int count = made.samples.size();
    int[] ends = {0, Math.min(count - 1, 8)};
    double best = -1;
    for (int n = 0; n < 14; n++) {
      int a = random.nextInt(count);
      int b = random.nextInt(count);
      if (made.samples.get(a).family() != made.samples.get(b).family()) {
        continue;
      }
      double far =
          Math.hypot(
              made.samples.get(a).point()[0] - made.samples.get(b).point()[0],
              made.samples.get(a).point()[1] - made.samples.get(b).point()[1]);
      if (far > best) {
        best = far;
        ends = new int[] {a, b};
      }
      rows.addObject()
          .put("from", name + "-" + a)
          .put("to", name + "-" + b)
          .put("between", name + "-" + random.nextInt(count))
          .put("part", 0.5)
          .put("walk", digits(5 + 2 * random.nextDouble()))
          .put("wide", digits(4 + 3 * random.nextDouble()))
          .put("mixing", digits(6 + 12 * random.nextDouble()))
          .put("floor", digits(3.5 + random.nextDouble()))
          .put("walkPosition", digits(0.02 * random.nextDouble()))
          .put("widePosition", digits(0.03 * random.nextDouble()))
          .put("mixingPosition", digits(0.04 + 0.05 * random.nextDouble()));
    }
    ArrayNode summary = node.putArray("summary");
    summary(summary, "on the map", 6.1, 0.012, 0.93);
    summary(summary, "in the wide space, 8 coordinates", 5.2, 0.009, 0.97);
    ArrayNode examples = node.putArray("examples");
    example(examples.addObject(), made, ends[0], ends[1]);
    example(examples.addObject(), made, ends[1], ends[0]);
    node.putArray("sentences").add("Walking moves peaks; mixing shows both ends at once.");
    return node;
  }

  private static void summary(
      ArrayNode list, String name, double walk, double position, double share) {
    list.addObject()
        .put("name", name)
        .put("walk", walk)
        .put("mixing", 11.8)
        .put("position", position)
        .put("mixingPosition", 0.06)
        .put("share", share);
  }

  private void example(ObjectNode example, MadePatterns made, int first, int last) {
    Sample from = made.samples.get(first);
    Sample to = made.samples.get(last);
    double[] between = new double[from.values().length];
    for (int j = 0; j < between.length; j++) {
      between[j] = (from.values()[j] + to.values()[j]) / 2;
    }
    double[] truth = squares(made.curve(from.family(), between));
    double[] walk = truth.clone();
    double[] wide = truth.clone();
    double[] mixing = new double[truth.length];
    double[] one = squares(made.curve(from.family(), from.values()));
    double[] other = squares(made.curve(to.family(), to.values()));
    for (int i = 0; i < truth.length; i++) {
      walk[i] = 0.97 * truth[i] + 0.01 * Math.sin(made.axis[i]);
      wide[i] = 0.99 * truth[i];
      mixing[i] = (one[i] + other[i]) / 2;
    }
    example.put("from", first).put("to", last);
    example.set("truth", packed(truth, 0, 1.21));
    example.set("walk", packed(walk, -0.1, 1.21));
    example.set("wide", packed(wide, 0, 1.21));
    example.set("mixing", packed(mixing, 0, 1.21));
    example.put("text", "50 % of the way: the pattern that was simulated there.");
  }
}
