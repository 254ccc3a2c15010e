package org.suiseki.describe;

import java.util.Map;

/**
 * What is known of a descriptor before it is made; the names, units and width of its numbers are
 * those of the thing itself.
 *
 * @param summary one line, in lower case
 * @param source where it is defined
 * @param options the options it takes, with what stands for them where they are not given
 */
public record DescriptorEntry(
    String name, String summary, String source, Map<String, String> options) {
  public DescriptorEntry {
    options = Map.copyOf(options);
  }
}
