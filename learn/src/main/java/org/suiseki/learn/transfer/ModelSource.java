package org.suiseki.learn.transfer;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import org.suiseki.learn.Column;
import org.suiseki.learn.DifferentiableModel;
import org.suiseki.learn.Model;
import org.suiseki.learn.Predictions;
import org.suiseki.learn.Table;
import org.suiseki.learn.nn.MlpEnsemble;
import org.suiseki.learn.nn.MlpFineTuning;
import org.suiseki.learn.nn.MlpTuningOptions;

/**
 * A trained model as a source: each hidden layer where it has some ({@code hidden-1}, the nearest
 * to the inputs, and so on), what it predicts ({@code prediction}), its inputs with the prediction
 * beside them ({@code inputs+prediction}), and where it is asked for and the model is a network,
 * training that goes on from its weights ({@code fine-tuning}).
 *
 * @param describe materials → the inputs of the model
 * @param domain inputs → how far each lies from the training rows, at most 1 inside; see {@link
 *     Representation#domain()}
 * @param likeness of the training materials to those asked for, see {@link
 *     Representation#likeness()}
 * @param tuning how networks are tuned to the target, some hundred times the cost of a ridge; empty
 *     for frozen features alone
 */
public record ModelSource(
    String name,
    Model model,
    Function<List<String>, Table> describe,
    Function<Table, double[]> domain,
    ToDoubleFunction<List<String>> likeness,
    Optional<MlpTuningOptions> tuning)
    implements Source {

  /** One that knows nothing of its domain and is not tuned. */
  public ModelSource(String name, Model model, Function<List<String>, Table> describe) {
    this(
        name,
        model,
        describe,
        ModelSource::unknown,
        materials -> Double.NaN,
        Optional.empty());
  }

  /** The first output; a source with several is several sources. */
  @Override
  public Column property() {
    return model.outputs().get(0);
  }

  @Override
  public Representation represent(List<String> materials) {
    Table inputs = describe.apply(materials);
    Predictions said = model.predict(inputs);
    double[] prediction = Arrays.stream(said.mean()).mapToDouble(row -> row[0]).toArray();
    Table alone =
        Table.of(
            List.of(property()),
            Arrays.stream(prediction).mapToObj(v -> new double[] {v}).toArray(double[][]::new));
    List<Approach> approaches = new ArrayList<>();
    if (model instanceof MlpEnsemble network) {
      for (int layer = 0; layer < network.hiddenLayers(); layer++) {
        String name = "hidden-" + (layer + 1);
        approaches.add(Approach.frozen(name, layer(name, network.features(inputs, layer))));
      }
      tuning.ifPresent(options -> approaches.add(tuned(network, inputs, options)));
    } else if (model instanceof DifferentiableModel network) {
      approaches.add(Approach.frozen("hidden", layer("hidden", network.features(inputs))));
    }
    approaches.add(Approach.frozen("prediction", alone));
    approaches.add(Approach.frozen("inputs+prediction", inputs.beside(alone)));
    return new Representation(
        approaches, prediction, domain.apply(inputs), likeness.applyAsDouble(materials));
  }

  private static Approach tuned(MlpEnsemble network, Table inputs, MlpTuningOptions options) {
    Head head = new Head("network", new MlpFineTuning(network, options, 1));
    return new Approach("fine-tuning", inputs, List.of(head));
  }

  /** Activations as a table of pure numbers. */
  static Table layer(String name, double[][] activations) {
    int width = activations.length == 0 ? 0 : activations[0].length;
    List<Column> columns =
        IntStream.range(0, width).mapToObj(unit -> new Column(name + "-" + unit, "1")).toList();
    return Table.of(columns, activations);
  }

  private static double[] unknown(Table inputs) {
    double[] domain = new double[inputs.rows()];
    Arrays.fill(domain, Double.NaN);
    return domain;
  }
}
