package org.suiseki.describe.spectrum;

import java.util.Locale;
import org.suiseki.describe.DescribeException;
import org.suiseki.matter.Spectrum;

/** Says which point of a spectrum a step cannot take. */
final class PointFault {

  private PointFault() {}

  static DescribeException of(Spectrum spectrum, int index, String rule, String mend) {
    return new DescribeException(
        String.format(
            Locale.ROOT,
            "%s, but point %d (%s %s) is %s %s.",
            rule,
            index + 1,
            spectrum.axis().at(index),
            spectrum.axis().unit(),
            spectrum.value(index),
            spectrum.unit()),
        mend);
  }
}
