package org.suiseki.matter.io;

import java.util.List;
import java.util.Map;
import org.suiseki.matter.Place;

/** A JSON value and where it stands. */
sealed interface PlacedJson {
  Span span();

  default Place place() {
    return span().place();
  }

  /**
   * @param from offset of its first byte in the stream
   * @param to offset behind its last byte
   */
  record Span(Place place, long from, long to) {}

  record Fields(Map<String, PlacedJson> values, Span span) implements PlacedJson {}

  record Items(List<PlacedJson> values, Span span) implements PlacedJson {}

  /** An array of finite numbers, at least one. */
  record Numbers(double[] values, Span span) implements PlacedJson {}

  /** Also NaN and infinities. */
  record Scalar(double value, Span span) implements PlacedJson {}

  record Text(String value, Span span) implements PlacedJson {}

  /** {@code true} or {@code false}. */
  record Truth(boolean value, Span span) implements PlacedJson {}

  record Nothing(Span span) implements PlacedJson {}

  /** Any value but a text and null, which was not looked into. */
  record Unread(Span span) implements PlacedJson {}
}
