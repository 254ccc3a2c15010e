package org.suiseki.describe.spectrum;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import org.suiseki.describe.DescribeException;
import org.suiseki.matter.Spelling;

/** What a chain says of one step, read when asked for. */
final class StepOptions {
  private final String step;
  private final Map<String, String> values;

  private StepOptions(String step, Map<String, String> values) {
    this.step = step;
    this.values = values;
  }

  /**
   * @param words the values in order, or each as option=value
   * @param known all options in order
   */
  static StepOptions read(String step, List<String> words, List<String> known) {
    Map<String, String> values = new LinkedHashMap<>();
    for (int i = 0; i < words.size(); i++) {
      String word = words.get(i).strip();
      int equals = word.indexOf('=');
      if (equals < 0 && i >= known.size()) {
        throw new DescribeException(
            "The step " + step + " has no option for \"" + word + "\".", takes(known));
      }
      String key = equals < 0 ? known.get(i) : word.substring(0, equals).strip();
      if (!known.contains(key)) {
        throw new DescribeException(
            "The step " + step + " has no option \"" + key + "\".",
            Spelling.hint(key, known) + takes(known));
      }
      if (values.put(key, word.substring(equals + 1).strip()) != null) {
        throw new DescribeException(
            "The option " + key + " of " + step + " is given twice.", "Give it once.");
      }
    }
    return new StepOptions(step, values);
  }

  double number(String option) {
    String text = text(option);
    try {
      double number = Double.parseDouble(text);
      if (Double.isFinite(number)) {
        return number;
      }
    } catch (NumberFormatException e) {
      // Told below, as a number that is not finite.
    }
    throw refused(option, "Give a number.");
  }

  double number(String option, double otherwise) {
    return values.containsKey(option) ? number(option) : otherwise;
  }

  OptionalDouble maybe(String option) {
    return values.containsKey(option) ? OptionalDouble.of(number(option)) : OptionalDouble.empty();
  }

  int whole(String option) {
    try {
      return Integer.parseInt(text(option));
    } catch (NumberFormatException e) {
      throw refused(option, "Give a whole number.");
    }
  }

  int whole(String option, int otherwise) {
    return values.containsKey(option) ? whole(option) : otherwise;
  }

  String text(String option, String otherwise) {
    return values.getOrDefault(option, otherwise);
  }

  String text(String option) {
    String value = values.get(option);
    if (value == null) {
      throw new DescribeException(
          "The step " + step + " needs " + option + ".",
          "Write " + step + ":" + option + "=… or give the values in order.");
    }
    return value;
  }

  DescribeException refused(String option, String mend) {
    return new DescribeException(
        "The option " + option + " of " + step + " is \"" + text(option) + "\".", mend);
  }

  private static String takes(List<String> known) {
    return known.isEmpty() ? "It takes none." : "It takes " + String.join(", ", known) + ".";
  }
}
