package org.suiseki.study.coreloss;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
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

  CoreLossPredictor(String name, CoreLossModel model) {
    this.name = name;
    this.model = model;
  }

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
    List<String> ids = new ArrayList<>();
    List<Spectrum> spectra = new ArrayList<>();
    List<Composition> compositions = new ArrayList<>();
    List<String> foreign = new ArrayList<>();
    for (UnknownSpectrum one : read.spectra()) {
      try {
        Spectrum spectrum = model.preprocessing().spectrum(one.absorption());
        if (!model.ratioElements().isEmpty()) {
          compositions.add(composition(one));
        }
        foreign.add(foreign(one));
        spectra.add(spectrum);
        ids.add(one.id());
      } catch (SuisekiException unusable) {
        refused.add(new PredictionTable.Refused(one.id(), unusable.what() + " " + unusable.mend()));
      }
    }
    return new PredictionTable(name, rows(ids, spectra, compositions, foreign), refused);
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

  private List<PredictionTable.Row> rows(
      List<String> ids,
      List<Spectrum> spectra,
      List<Composition> compositions,
      List<String> foreign) {
    if (ids.isEmpty()) {
      return List.of();
    }
    Table ratios =
        model.ratioElements().isEmpty()
            ? new Table(List.of(), ids.size(), new double[0])
            : MoleculeSet.ratios(compositions, model.ratioElements());
    Table inputs = renamed(model.inputs(model.preprocessing().table(spectra), ratios));
    Predictions said = model.networks().predict(inputs);
    ApplicabilityDomain.Verdict verdict = model.domain().judge(inputs);
    List<PredictionTable.Row> rows = new ArrayList<>();
    for (int row = 0; row < ids.size(); row++) {
      for (int i = 0; i < said.outputs().size(); i++) {
        Column output = said.outputs().get(i);
        rows.add(
            new PredictionTable.Row(
                ids.get(row),
                output.name(),
                said.mean()[row][i],
                output.unit(),
                model.recalibrations().get(i).apply(said.deviation()[row][i]),
                verdict.inside()[row] && foreign.get(row).isEmpty(),
                note(verdict.scores()[row], foreign.get(row))));
      }
    }
    return rows;
  }

  private static String note(double score, String foreign) {
    String distance =
        score <= 1
            ? ""
            : String.format(
                Locale.ROOT, "%.1f times the border distance from the training spectra", score);
    return distance.isEmpty() || foreign.isEmpty() ? distance + foreign : distance + "; " + foreign;
  }

  /**
   * Intensities of a measured spectrum are in its own unit. The numbers are what the model reads;
   * whether they are on the scale of its training is what the domain judges.
   */
  private Table renamed(Table inputs) {
    return new Table(model.networks().inputs(), inputs.rows(), inputs.values());
  }
}
