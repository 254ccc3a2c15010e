package org.suiseki.study.coreloss;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.suiseki.explain.ApplicabilityDomain;
import org.suiseki.explain.InputSpace;
import org.suiseki.explain.Recalibration;
import org.suiseki.learn.DenseArray;
import org.suiseki.learn.ModelArchive;
import org.suiseki.learn.StoredModel;
import org.suiseki.learn.Table;
import org.suiseki.learn.nn.MlpEnsemble;
import org.suiseki.learn.nn.Torch;
import org.suiseki.matter.Element;
import org.suiseki.study.ModelSource;
import org.suiseki.study.Provenance;
import org.suiseki.study.StudyException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * All that a prediction from a core-loss spectrum needs: the networks, what they read, the way from
 * a spectrum to it, how their spread becomes a deviation, and the domain they were trained in.
 *
 * @param ratioElements numerators of the element ratios; empty where the spectrum alone is read
 * @param recalibrations one for each property
 */
record CoreLossModel(
    MlpEnsemble networks,
    FeatureSet features,
    Preprocessing preprocessing,
    List<Element> ratioElements,
    List<Recalibration> recalibrations,
    ApplicabilityDomain domain) {

  static final String KIND = "core-loss";

  /**
   * @param training where it was trained, as {@code model.json} states it
   * @param metrics of the cross-validation
   */
  void save(Path target, ObjectNode training, ObjectNode metrics) {
    StoredModel inner = networks.toStored();
    Map<String, DenseArray> tensors = new LinkedHashMap<>(inner.tensors());
    InputSpace space = domain.space();
    tensors.put("domain-mean", DenseArray.of(space.mean()));
    tensors.put("domain-scale", DenseArray.of(space.scale()));
    tensors.put("domain-axes", DenseArray.of(space.axes()));
    tensors.put("domain-deviations", DenseArray.of(space.deviations()));
    tensors.put("domain-training", DenseArray.of(domain.training()));
    tensors.put(
        "domain-numbers",
        DenseArray.of(new double[] {space.residualVariance(), domain.threshold()}));
    tensors.put(
        "recalibration",
        DenseArray.of(
            recalibrations.stream()
                .map(one -> new double[] {one.scale(), one.offset()})
                .toArray(double[][]::new)));
    ObjectNode domainOptions = JsonNodeFactory.instance.objectNode();
    domainOptions.put("neighbours", domain.options().neighbours());
    domainOptions.put("quantile", domain.options().quantile());
    domainOptions.put("retained", domain.options().retained());
    domainOptions.put("shrinkage", domain.options().shrinkage());
    domainOptions.put("floor", domain.options().floor());
    StoredModel stored =
        inner
            .with("kind", JsonNodeFactory.instance.stringNode(KIND))
            .with("preprocessing", preprocessingJson())
            .with("domain", domainOptions)
            .with("training", training)
            .with("metrics", metrics)
            .with("software", Provenance.software(Torch.version()))
            .withTensors(tensors);
    ModelArchive.save(stored, target);
  }

  private ObjectNode preprocessingJson() {
    ObjectNode json = preprocessing.toJson().put("features", features.text());
    ratioElements.forEach(element -> json.withArray("ratio_elements").add(element.symbol()));
    return json;
  }

  static CoreLossModel load(Path source) {
    return ModelSource.load(source, KIND, CoreLossModel::of);
  }

  private static CoreLossModel of(StoredModel stored) {
    MlpEnsemble networks = MlpEnsemble.from(stored);
    ObjectNode json = stored.object("preprocessing");
    List<Element> elements = new ArrayList<>();
    for (JsonNode symbol : json.path("ratio_elements")) {
      elements.add(Element.valueOf(symbol.asString()));
    }
    Preprocessing preprocessing = Preprocessing.fromJson(json);
    requireInputs(networks, elements, preprocessing);
    List<Recalibration> recalibrations = new ArrayList<>();
    double[] maps = stored.doubles("recalibration", networks.outputs().size(), 2);
    for (int i = 0; i < maps.length; i += 2) {
      recalibrations.add(new Recalibration(maps[i], maps[i + 1]));
    }
    return new CoreLossModel(
        networks,
        FeatureSet.valueOf(json.required("features").asString().toUpperCase(Locale.ROOT)),
        preprocessing,
        elements,
        recalibrations,
        domain(stored, networks.inputs().size()));
  }

  private static void requireInputs(
      MlpEnsemble networks, List<Element> elements, Preprocessing preprocessing) {
    int described = preprocessing.axis().length() + elements.size();
    if (networks.inputs().size() != described) {
      throw new StudyException(
          "The networks read "
              + networks.inputs().size()
              + " numbers, but the preprocessing makes "
              + described
              + ".",
          "The model was changed by hand: train it anew.");
    }
  }

  private static ApplicabilityDomain domain(StoredModel stored, int inputs) {
    ObjectNode json = stored.object("domain");
    int axes = stored.length("domain-deviations");
    if (axes < 1) {
      throw new StudyException("The domain has no axes.", "Train the model anew.");
    }
    int rows = stored.length("domain-training") / axes;
    double[] numbers = stored.doubles("domain-numbers", 2);
    return new ApplicabilityDomain(
        new ApplicabilityDomain.Options(
            json.required("neighbours").asInt(),
            json.required("quantile").asDouble(),
            json.required("retained").asDouble(),
            json.required("shrinkage").asDouble(),
            json.required("floor").asDouble()),
        new InputSpace(
            stored.doubles("domain-mean", inputs),
            stored.doubles("domain-scale", inputs),
            rows(stored.doubles("domain-axes", axes, inputs), inputs),
            stored.doubles("domain-deviations", axes),
            numbers[0]),
        rows(stored.doubles("domain-training", rows, axes), axes),
        numbers[1]);
  }

  private static double[][] rows(double[] values, int width) {
    double[][] rows = new double[values.length / width][];
    for (int row = 0; row < rows.length; row++) {
      rows[row] = Arrays.copyOfRange(values, row * width, (row + 1) * width);
    }
    return rows;
  }

  /** Inputs of the networks from spectra on the grid and, where they are read, element ratios. */
  Table inputs(Table spectra, Table ratios) {
    return switch (features) {
      case SPECTRUM -> preprocessing.features(spectra);
      case RATIOS -> ratios;
      case BOTH -> preprocessing.features(spectra).beside(ratios);
    };
  }
}
