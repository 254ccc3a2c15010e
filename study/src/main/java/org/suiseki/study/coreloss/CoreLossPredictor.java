package org.suiseki.study.coreloss;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.suiseki.explain.ApplicabilityDomain;
import org.suiseki.learn.Column;
import org.suiseki.learn.Predictions;
import org.suiseki.learn.Table;
import org.suiseki.matter.Composition;
import org.suiseki.matter.Element;
import org.suiseki.matter.MatterException;
import org.suiseki.matter.Spectrum;
import org.suiseki.matter.SuisekiException;
import org.suiseki.matter.io.CoreLossReader;
import org.suiseki.matter.io.UnknownSpectra;
import org.suiseki.matter.io.UnknownSpectrum;
import org.suiseki.study.PredictionTable;
import org.suiseki.study.Predictor;
import org.suiseki.study.StudyException;

/** Reads the properties of unknown substances from their spectra. */
final class CoreLossPredictor implements Predictor {
  private final String name;
  private final CoreLossModel model;
  private final AbsoluteIntensity scale;

  CoreLossPredictor(String name, CoreLossModel model) {
    this.name = name;
    this.model = model;
    this.scale = new AbsoluteIntensity(model);
  }

  /**
   * One input that can be read.
   *
   * @param foreign why its substance is outside of the domain; empty where it is not
   * @param scale what to know of its intensities if it lies outside; may be empty
   */
  private record Usable(String id, Spectrum spectrum, String foreign, String scale) {}

  @Override
  public PredictionTable predict(Path input) {
    UnknownSpectra read = CoreLossReader.readSpectra(input);
    List<PredictionTable.Refused> refused = new ArrayList<>();
    for (MatterException bad : read.rejected()) {
      refused.add(
          new PredictionTable.Refused(
              bad.place().map(Object::toString).orElse(read.source()),
              (bad.what() + " " + bad.mend()).strip()));
    }
    List<Usable> usable = new ArrayList<>();
    List<Composition> compositions = new ArrayList<>();
    for (UnknownSpectrum one : read.spectra()) {
      try {
        Spectrum spectrum = model.preprocessing().spectrum(one.absorption());
        if (!model.ratioElements().isEmpty()) {
          compositions.add(composition(one));
        }
        usable.add(
            new Usable(one.id(), spectrum, foreign(one), scale.note(one.absorption(), spectrum)));
      } catch (SuisekiException unusable) {
        refused.add(new PredictionTable.Refused(one.id(), unusable.what() + " " + unusable.mend()));
      }
    }
    return new PredictionTable(name, rows(usable, compositions), refused);
  }

  private static Composition composition(UnknownSpectrum one) {
    Composition composition =
        one.composition()
            .orElseThrow(() ->
                new StudyException(
                    "The model reads element ratios, and the formula is not known.",
                    "Give a SMILES or formula beside the spectrum, or use the model of the"
                        + " spectrum alone."));
    if (composition.amount(Element.C) == 0) {
      throw new StudyException(
          composition.formula() + " holds no carbon, to which the model takes ratios.",
          "Leave it out, or use the model of the spectrum alone.");
    }
    return composition;
  }

  /** Elements no training molecule held: the ratios do not show them. Empty where all are known. */
  private String foreign(UnknownSpectrum one) {
    if (model.ratioElements().isEmpty()) {
      return "";
    }
    List<String> found =
        one.composition().stream()
            .flatMap(composition -> composition.elements().stream())
            .filter(element -> element != Element.C && !model.ratioElements().contains(element))
            .map(Element::symbol)
            .toList();
    return found.isEmpty()
        ? ""
        : "it holds " + String.join(", ", found) + ", which no training molecule does";
  }

  private List<PredictionTable.Row> rows(List<Usable> usable, List<Composition> compositions) {
    if (usable.isEmpty()) {
      return List.of();
    }
    Table ratios =
        model.ratioElements().isEmpty()
            ? new Table(List.of(), usable.size(), new double[0])
            : MoleculeSet.ratios(compositions, model.ratioElements());
    List<Spectrum> spectra = usable.stream().map(Usable::spectrum).toList();
    Table inputs = renamed(model.inputs(model.preprocessing().table(spectra), ratios));
    Predictions said = model.networks().predict(inputs);
    ApplicabilityDomain.Verdict verdict = model.domain().judge(inputs);
    List<PredictionTable.Row> rows = new ArrayList<>();
    for (int row = 0; row < usable.size(); row++) {
      Usable one = usable.get(row);
      boolean inside = verdict.inside()[row];
      for (int i = 0; i < said.outputs().size(); i++) {
        Column output = said.outputs().get(i);
        rows.add(
            new PredictionTable.Row(
                one.id(),
                output.name(),
                said.mean()[row][i],
                output.unit(),
                model.recalibrations().get(i).apply(said.deviation()[row][i]),
                inside && one.foreign().isEmpty(),
                inside ? one.foreign() : note(verdict.scores()[row], one)));
      }
    }
    return rows;
  }

  private static String note(double score, Usable one) {
    String distance =
        String.format(
            Locale.ROOT, "%.1f times the border distance from the training spectra", score);
    return Stream.of(distance, one.foreign(), one.scale())
        .filter(part -> !part.isEmpty())
        .collect(Collectors.joining("; "));
  }

  /**
   * Intensities of a measured spectrum are in its own unit. The numbers are what the model reads;
   * whether they are on the scale of its training is what the domain judges.
   */
  private Table renamed(Table inputs) {
    return new Table(model.networks().inputs(), inputs.rows(), inputs.values());
  }
}
