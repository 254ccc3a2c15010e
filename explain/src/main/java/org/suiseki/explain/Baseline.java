package org.suiseki.explain;

/** What stands in for a masked window of a spectrum. */
public sealed interface Baseline {

  /** Replaces the grid points {@code first..last} of {@code spectrum}. */
  void replace(double[] spectrum, int first, int last, double[] axis);

  /** The fewest grid points a window must have for the replacement to change anything. */
  int fewestPoints();

  /** What it is, for a figure caption. */
  String words();

  /** Refuses grids of another length than the baseline has. */
  void checkFits(int points);

  /**
   * The straight line between the first and the last grid point of the window: the peak goes, the
   * background it sits on stays.
   */
  record Local() implements Baseline {

    @Override
    public void replace(double[] spectrum, int first, int last, double[] axis) {
      double left = spectrum[first];
      double slope = (spectrum[last] - left) / (axis[last] - axis[first]);
      for (int point = first + 1; point < last; point++) {
        spectrum[point] = left + slope * (axis[point] - axis[first]);
      }
    }

    @Override
    public int fewestPoints() {
      return 3;
    }

    @Override
    public String words() {
      return "the line between its edges";
    }

    /** A line fits every grid. */
    @Override
    public void checkFits(int points) {}
  }

  /**
   * A reference spectrum, as a rule the mean of the training spectra: what is special about this
   * window of this row goes.
   *
   * @param spectrum one value for each grid point
   */
  record Mean(double[] spectrum) implements Baseline {

    @Override
    public void replace(double[] other, int first, int last, double[] axis) {
      System.arraycopy(spectrum, first, other, first, last - first + 1);
    }

    @Override
    public int fewestPoints() {
      return 1;
    }

    @Override
    public String words() {
      return "the mean spectrum";
    }

    @Override
    public void checkFits(int points) {
      if (spectrum.length != points) {
        throw new ExplainException(
            "The mean spectrum has " + spectrum.length + " values for " + points + " grid points.",
            "Take the mean on the grid of the rows.");
      }
    }
  }
}
