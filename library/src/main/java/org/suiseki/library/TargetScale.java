package org.suiseki.library;

import java.util.Locale;

/** On which scale a model learns its property. */
public enum TargetScale {
  /** As it is. */
  LINEAR {
    @Override
    public double toModel(double value) {
      return value;
    }

    @Override
    public double fromModel(double learned) {
      return learned;
    }

    @Override
    public double deviation(double value, double learned) {
      return learned;
    }
  },

  /** Its natural logarithm, for positive properties that span decades. */
  LOGARITHMIC {
    @Override
    public double toModel(double value) {
      if (value <= 0) {
        throw new LibraryException(
            "The value " + value + " has no logarithm.",
            "Leave the row out, or learn the property on the linear scale.");
      }
      return Math.log(value);
    }

    @Override
    public double fromModel(double learned) {
      return Math.exp(learned);
    }

    @Override
    public double deviation(double value, double learned) {
      return value * learned;
    }
  };

  /** {@code linear} or {@code logarithmic}. */
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** From the property's unit to what the model learns; NaN stays. */
  public abstract double toModel(double value);

  /** Back again: on the logarithmic scale the median, not the mean. */
  public abstract double fromModel(double learned);

  /**
   * The deviation in the property's unit, to first order.
   *
   * @param value in the property's unit
   * @param learned deviation on the model's scale
   */
  public abstract double deviation(double value, double learned);
}
