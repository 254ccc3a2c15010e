package org.suiseki.study.xrd;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.DoubleStream;
import org.suiseki.explain.Recalibration;
import org.suiseki.explain.latent.PeakWindows;
import org.suiseki.learn.Column;
import org.suiseki.learn.DenseArray;
import org.suiseki.learn.GaussianProcessModel;
import org.suiseki.learn.LatentModel;
import org.suiseki.learn.ModelArchive;
import org.suiseki.learn.StoredModel;
import org.suiseki.learn.Table;
import org.suiseki.learn.nn.Torch;
import org.suiseki.study.ModelSource;
import org.suiseki.study.Provenance;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * All that is needed to say where a new pattern belongs: how it becomes a row, the map, the wide
 * space, what concentrations follow from the wide space, and the known samples with their peaks.
 *
 * @param title of the set it was trained on
 * @param wavelength in Å, of the patterns it was trained on; NaN where no file said it
 * @param map of two coordinates
 * @param wide of more; concentrations are read from it
 * @param concentrations from coordinates of the wide space; none where nothing is known of the
 *     samples
 * @param recalibrations of its deviations, one for each property
 * @param samples it was trained on
 * @param peaks of these
 * @param rows of these
 * @param border how far from its reconstruction a row may be, root mean square, before it counts as
 *     foreign
 */
record XrdModel(
    String title,
    PatternPreprocessing preprocessing,
    double wavelength,
    MapSpace map,
    LatentModel wide,
    List<GaussianProcessModel> concentrations,
    List<Recalibration> recalibrations,
    KnownSamples samples,
    PeakWindows peaks,
    Table rows,
    double border) {
  static final String KIND = "xrd-feature-space";
  private static final String WAVELENGTH = "wavelength_angstrom";

  XrdModel {
    concentrations = List.copyOf(concentrations);
    recalibrations = List.copyOf(recalibrations);
  }

  /** What is predicted; empty where nothing is known of the samples. */
  List<Column> properties() {
    return concentrations.isEmpty() ? List.of() : concentrations.get(0).outputs();
  }

  /**
   * @param training where it was trained, as {@code model.json} states it
   * @param metrics of the cross-validation
   */
  void save(Path target, ObjectNode training, ObjectNode metrics) {
    JsonNodeFactory json = JsonNodeFactory.instance;
    StoredModel stored =
        StoredModel.of(KIND, map.inputs(), properties())
            .with("title", json.stringNode(title))
            .with("preprocessing", preprocessing.toJson())
            .with("samples", names(samples.ids(), samples.families()))
            .with("peaks", names(peaks.labels(), peaks.labels()))
            .with("training", training)
            .with("metrics", metrics)
            .with("software", Provenance.software(Torch.version()))
            .withTensors(tensors())
            .withPart("map", map.toStored())
            .withPart("wide", wide.toStored());
    if (Double.isFinite(wavelength)) {
      stored = stored.with(WAVELENGTH, json.numberNode(wavelength));
    }
    if (!concentrations.isEmpty()) {
      stored = stored.withPart("concentrations", concentrations.get(0).toStored());
    }
    ModelArchive.save(stored, target);
  }

  private Map<String, DenseArray> tensors() {
    Map<String, DenseArray> tensors = new LinkedHashMap<>();
    tensors.put("values", DenseArray.of(samples.values()));
    tensors.put("points-map", DenseArray.of(samples.map()));
    tensors.put("points-wide", DenseArray.of(samples.wide()));
    tensors.put("peak-position", DenseArray.of(peaks.position()));
    tensors.put("peak-from", DenseArray.of(peaks.from()));
    tensors.put("peak-to", DenseArray.of(peaks.to()));
    tensors.put(
        "rows",
        new DenseArray.Floats(new long[] {rows.rows(), rows.width()}, floats(rows.values())));
    tensors.put("border", DenseArray.of(new double[] {border}));
    tensors.put(
        "recalibration",
        DenseArray.of(
            recalibrations.stream()
                .flatMapToDouble(one -> DoubleStream.of(one.scale(), one.offset()))
                .toArray()));
    return tensors;
  }

  private static ArrayNode names(List<String> names, List<String> kinds) {
    ArrayNode array = JsonNodeFactory.instance.arrayNode();
    for (int i = 0; i < names.size(); i++) {
      array.addObject().put("name", names.get(i)).put("kind", kinds.get(i));
    }
    return array;
  }

  static XrdModel load(Path source) {
    return ModelSource.load(source, KIND, XrdModel::of);
  }

  private static XrdModel of(StoredModel stored) {
    List<Column> properties = stored.outputs();
    List<String> ids = new ArrayList<>();
    List<String> families = new ArrayList<>();
    for (JsonNode sample : stored.header().path("samples")) {
      ids.add(sample.required("name").asString());
      families.add(sample.required("kind").asString());
    }
    List<String> labels = new ArrayList<>();
    stored.header().path("peaks").forEach(peak -> labels.add(peak.required("name").asString()));
    MapSpace map = MapSpace.from(stored.part("map"));
    LatentModel wide = StoredSpace.from(stored.part("wide"));
    int rows = ids.size();
    double[] flat = stored.doubles("recalibration", 2 * properties.size());
    List<Recalibration> recalibrations = new ArrayList<>();
    for (int i = 0; i < flat.length; i += 2) {
      recalibrations.add(new Recalibration(flat[i], flat[i + 1]));
    }
    return new XrdModel(
        stored.header().path("title").asString(""),
        PatternPreprocessing.fromJson(stored.object("preprocessing")),
        wavelength(stored),
        map,
        wide,
        properties.isEmpty()
            ? List.of()
            : List.of(GaussianProcessModel.from(stored.part("concentrations"))),
        recalibrations,
        new KnownSamples(
            ids,
            families,
            rows(stored, "values", rows, properties.size()),
            rows(stored, "points-map", rows, map.size()),
            rows(stored, "points-wide", rows, wide.size())),
        new PeakWindows(
            labels,
            rows(stored, "peak-position", rows, labels.size()),
            rows(stored, "peak-from", rows, labels.size()),
            rows(stored, "peak-to", rows, labels.size())),
        new Table(map.inputs(), rows, doubles(stored.floats("rows", rows, map.inputs().size()))),
        stored.doubles("border", 1)[0]);
  }

  /** Seven digits are more than a pattern has. */
  private static float[] floats(double[] values) {
    float[] copy = new float[values.length];
    for (int i = 0; i < copy.length; i++) {
      copy[i] = (float) values[i];
    }
    return copy;
  }

  private static double[] doubles(float[] values) {
    double[] copy = new double[values.length];
    for (int i = 0; i < copy.length; i++) {
      copy[i] = values[i];
    }
    return copy;
  }

  private static double[][] rows(StoredModel stored, String name, int rows, int width) {
    double[] values = stored.doubles(name, rows, width);
    return width == 0 ? new double[rows][0] : Rows.of(values, width);
  }

  /** NaN where it is not stated. */
  private static double wavelength(StoredModel stored) {
    JsonNode stated = stored.header().path(WAVELENGTH);
    double wavelength = stated.isNumber() ? stated.asDouble() : Double.NaN;
    if (!stated.isMissingNode() && !(wavelength > 0 && wavelength < Double.POSITIVE_INFINITY)) {
      throw new IllegalArgumentException("The wavelength is " + stated + " Å.");
    }
    return wavelength;
  }
}
