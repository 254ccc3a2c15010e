package org.suiseki.describe;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.suiseki.matter.Spelling;

/**
 * Options of a descriptor as text, {@code name:option=value:option=value}, read when asked for; the
 * registries share them.
 *
 * @param values all that it takes, by name
 */
public record DescriptorOptions(String descriptor, Map<String, String> values) {

  /** The name that stands before the options. */
  public static String name(String nameAndOptions) {
    int colon = nameAndOptions.indexOf(':');
    return colon < 0 ? nameAndOptions : nameAndOptions.substring(0, colon);
  }

  /**
   * The options that follow a name after colons.
   *
   * @throws DescribeException where the descriptor does not take such options
   */
  public static DescriptorOptions read(DescriptorEntry entry, String nameAndOptions) {
    String[] words = nameAndOptions.split(":", -1);
    Map<String, String> given = new LinkedHashMap<>(entry.options());
    for (String word : Arrays.asList(words).subList(1, words.length)) {
      int equals = word.indexOf('=');
      String key = equals < 0 ? word : word.substring(0, equals);
      if (equals < 0 || !entry.options().containsKey(key)) {
        throw new DescribeException(
            "The descriptor " + entry.name() + " has no option \"" + word + "\".",
            Spelling.hint(key, entry.options().keySet())
                + (entry.options().isEmpty()
                    ? "It takes none."
                    : "Write option=value; it takes "
                        + String.join(", ", entry.options().keySet().stream().sorted().toList())
                        + "."));
      }
      given.put(key, word.substring(equals + 1));
    }
    return new DescriptorOptions(entry.name(), given);
  }

  /** As it was written; empty where there is no such option. */
  public String text(String option) {
    return values.getOrDefault(option, "");
  }

  /** What stands between plus signs; nothing where the option is empty. */
  public List<String> words(String option) {
    return text(option).isEmpty() ? List.of() : List.of(text(option).split("\\+", -1));
  }

  /**
   * @throws DescribeException where it is no number
   */
  public double number(String option) {
    try {
      return Double.parseDouble(text(option));
    } catch (NumberFormatException e) {
      throw refused(option, "Give a number.");
    }
  }

  /**
   * @throws DescribeException where it is no whole number
   */
  public int whole(String option) {
    try {
      return Integer.parseInt(text(option));
    } catch (NumberFormatException e) {
      throw refused(option, "Give a whole number.");
    }
  }

  /**
   * @throws DescribeException where it is neither {@code true} nor {@code false}
   */
  public boolean yes(String option) {
    return switch (text(option)) {
      case "true" -> true;
      case "false" -> false;
      default -> throw refused(option, "Give true or false.");
    };
  }

  /** To be thrown for an option that cannot be used. */
  public DescribeException refused(String option, String mend) {
    return new DescribeException(
        "The option " + option + " of " + descriptor + " is \"" + text(option) + "\".", mend);
  }
}
