package org.suiseki.describe.composition;

import org.suiseki.matter.Element;

/**
 * A property for which a table has no value.
 *
 * @param property name of the column
 */
public record MissingValue(Element element, String property) {

  @Override
  public String toString() {
    return property + " of " + element.symbol();
  }
}
