package org.suiseki.study.polymer;

import java.util.Arrays;
import java.util.List;
import org.suiseki.study.RunOptions;
import org.suiseki.study.StudyNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * What decides the numbers of a run beside its data.
 *
 * @param pool polymers with a conductivity that are set aside for training and test of the target
 * @param sizes of the training sets, ascending
 * @param repeats of the learning curve
 * @param bits places of the folded neighbourhoods
 * @param epochs of the networks of the sources
 * @param trained polymers that the model for the screening learns from
 * @param shortList how many polymers it names
 * @param best so many by prediction are those it picks from
 * @param accessible share of the known polymers that are as easy to make as is asked for, see
 *     {@link Reference}
 * @param most candidates that are looked at; all where there are fewer
 */
record PolymerOptions(
    int pool,
    int[] sizes,
    int repeats,
    int bits,
    int epochs,
    int trained,
    int shortList,
    int best,
    double accessible,
    long most,
    int threads,
    long seed,
    boolean quick) {

  /**
   * @param small whether the data are the small example
   */
  static PolymerOptions read(StudyNode root, RunOptions asked, long seed, boolean small) {
    StudyNode target = root.section("target");
    StudyNode curve = root.section("learning_curve");
    StudyNode models = root.section("models");
    StudyNode screen = root.section("screen");
    boolean quick = asked.quick();
    double[] sizes = small ? new double[] {10, 20, 30} : new double[] {20, 40, 80, 160};
    sizes = curve.numbers(small ? "sizes_of_example" : "sizes", sizes);
    curve.numbers("sizes");
    curve.numbers("sizes_of_example");
    for (double size : sizes) {
      if (size != Math.rint(size) || size < 10 || size > 100_000) {
        throw curve.wrong(
            "sizes", "A training set has " + size + " polymers.", "Give whole numbers from 10.");
      }
    }
    if (sizes.length == 0) {
      throw curve.wrong("sizes", "No size is given.", "Give one, such as [20, 40].");
    }
    int[] ascending = Arrays.stream(sizes).mapToInt(s -> (int) s).sorted().distinct().toArray();
    int repeats = (int) curve.integer("repeats", 10, 2, 1000);
    return new PolymerOptions(
        (int) target.integer("pool", 360, 20, 100_000),
        ascending,
        quick ? Math.min(3, repeats) : repeats,
        bits(models, small),
        (int) (models.integer("epochs", 40, 1, 100_000) / (quick ? 4 : 1)) + 1,
        (int) screen.integer("trained", 40, 10, 100_000),
        (int) screen.integer("short_list", 24, 1, 1000),
        (int) screen.integer("best", 1000, 1, 100_000),
        screen.number("accessible", 0.9, 0, 1),
        quick ? 20_000 : Long.MAX_VALUE,
        asked.threads().orElse(Runtime.getRuntime().availableProcessors()),
        seed,
        quick);
  }

  /** Some dozen polymers of the example cannot bear a thousand columns. */
  private static int bits(StudyNode models, boolean small) {
    int usual = (int) models.integer("bits", 1024, 16, 16_384);
    int ofExample = (int) models.integer("bits_of_example", 64, 16, 16_384);
    return small ? ofExample : usual;
  }

  int largest() {
    return sizes[sizes.length - 1];
  }

  /** Fitted to a pool that turned out to be smaller. */
  PolymerOptions within(int found) {
    int[] possible = Arrays.stream(sizes).filter(s -> s <= found - 5).toArray();
    return new PolymerOptions(
        Math.min(pool, found),
        possible,
        repeats,
        bits,
        epochs,
        Math.min(trained, found),
        shortList,
        best,
        accessible,
        most,
        threads,
        seed,
        quick);
  }

  ObjectNode toJson(List<String> files) {
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    files.forEach(json.putArray("files")::add);
    json.put("pool", pool);
    Arrays.stream(sizes).forEach(json.putArray("sizes")::add);
    json.put("repeats", repeats).put("bits", bits).put("epochs", epochs);
    json.put("trained", trained).put("short_list", shortList).put("best", best);
    return json.put("accessible", accessible).put("quick", quick);
  }
}
