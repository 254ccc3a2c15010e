package org.suiseki.describe.spectrum;

import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.suiseki.matter.Spectrum;

/** One thing done to a spectrum before it is compared. Immutable and safe for several threads. */
public interface SpectrumStep {

  /** As it is written in a {@linkplain SpectrumChain chain}. */
  String name();

  /** With their units, in the order in which a chain takes them. */
  List<StepParameter> parameters();

  /**
   * A new spectrum; the metadata are kept.
   *
   * @throws org.suiseki.matter.SuisekiException where the step cannot be done to this spectrum
   */
  Spectrum apply(Spectrum spectrum);

  /** Whether points are left out, moved or turned round, but every value left stays as it is. */
  default boolean keepsValues() {
    return false;
  }

  /**
   * The step for a pattern measured at this wavelength in Å, where it was not told one and needs
   * it.
   */
  default SpectrumStep at(double wavelength) {
    return this;
  }

  /** The wavelength in Å that the pattern is of after the step; empty where it stays. */
  default OptionalDouble newWavelength() {
    return OptionalDouble.empty();
  }

  /** {@code crop:from=10:to=90}: what {@link SpectrumChain#parse} reads as an equal step. */
  default String text() {
    return Stream.concat(
            Stream.of(name()),
            parameters().stream()
                .filter(one -> !one.value().isEmpty())
                .map(one -> one.name() + "=" + one.value()))
        .collect(Collectors.joining(":"));
  }
}
