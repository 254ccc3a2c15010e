package org.suiseki.library;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import org.suiseki.describe.MaterialKind;
import org.suiseki.learn.Column;
import org.suiseki.learn.DenseArray;
import org.suiseki.learn.ModelArchive;
import org.suiseki.learn.StoredModel;
import org.suiseki.matter.Composition;
import tools.jackson.databind.node.StringNode;

/** Models to publish: whole files of the real format, with cards that a test can vary. */
final class Drafts {
  static final DomainSketch OXIDES = sketch("MgO", "Al2O3", "Fe2O3");
  static final DomainSketch ORGANIC = sketch("CH4", "C2H6O", "C6H6");

  private Drafts() {}

  static DomainSketch sketch(String... formulas) {
    return DomainSketch.of(Arrays.stream(formulas).map(Composition::parse).toList());
  }

  /** A network for band gaps of oxides. */
  static ModelCard card(String name) {
    return new ModelCard(
        name,
        new Column("band-gap", "eV"),
        MaterialKind.COMPOSITION,
        "composition-290:missing=refuse",
        new ModelCard.Architecture("network", "290-64-32-1 leaky-relu"),
        new ModelCard.Data("mp-gaps", "ab".repeat(32), 5000, "Materials Project", "CC-BY-4.0"),
        new ModelCard.SplitNote("random", 7, 4000, 500, 500),
        Map.of("test.mae", new ModelCard.Score(0.31, 0.29, 0.33, 0.95), "test.r2", score(0.9)),
        Optional.empty(),
        List.of("oxide", "screening"),
        OXIDES);
  }

  static ModelCard.Score score(double value) {
    return ModelCard.Score.of(value);
  }

  static ModelCard scored(String name, String metric, double value) {
    return with(card(name), Map.of(metric, score(value)));
  }

  static ModelCard with(ModelCard card, Map<String, ModelCard.Score> metrics) {
    return new ModelCard(
        card.name(),
        card.property(),
        card.kind(),
        card.descriptor(),
        card.architecture(),
        card.data(),
        card.split(),
        metrics,
        card.parent(),
        card.tags(),
        card.domain());
  }

  static ModelCard of(ModelCard card, String property, String family, DomainSketch domain) {
    return new ModelCard(
        card.name(),
        new Column(property, "eV"),
        card.kind(),
        card.descriptor(),
        new ModelCard.Architecture(family, card.architecture().text()),
        card.data(),
        card.split(),
        card.metrics(),
        card.parent(),
        card.tags(),
        domain);
  }

  /** The bytes of a model whose numbers the seed decides. */
  static byte[] file(long seed) {
    double[] weights = new SplittableRandom(seed).doubles(200).toArray();
    return ModelArchive.bytes(
        StoredModel.of("test", List.of(new Column("x", "1")), List.of(new Column("y", "eV")))
            .withTensors(Map.of("weights", DenseArray.of(weights)))
            // The same seed then gives the same bytes.
            .with("created", StringNode.valueOf("2026-11-20T12:00:00Z")));
  }

  static ModelDraft draft(String name, long seed) {
    return ModelDraft.of(card(name), file(seed));
  }
}
