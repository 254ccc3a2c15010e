package org.suiseki.study.conductivity;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.suiseki.learn.nn.Activation;
import org.suiseki.learn.nn.MlpOptions;
import org.suiseki.learn.nn.MlpRegressor;
import org.suiseki.learn.nn.MlpTuningOptions;
import org.suiseki.learn.transfer.Head;
import org.suiseki.learn.transfer.Shotgun;
import org.suiseki.learn.transfer.TailTrial;
import org.suiseki.study.RunOptions;
import org.suiseki.study.Study;
import org.suiseki.study.StudyException;
import org.suiseki.study.StudyNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * All options of a run with the values they have after study file, {@code --quick} and command
 * line.
 *
 * @param data the table of conductivities; empty for the embedded one
 * @param formula head of its column of formulas
 * @param target head of its column of conductivities, W/(m K)
 * @param licence of the table, as stated
 * @param sources tables of properties to train sources on; empty for the embedded one
 * @param ownSources whether sources are trained at all
 * @param leaveOut whether the materials of the target are left out of the tables of properties
 * @param candidates a table of formulas to be screened; empty for those of the properties
 * @param candidateFormula head of its column of formulas
 * @param library where further sources are kept
 * @param mostOfEach models of the library for one property
 * @param tuning how source networks are tuned to the target; empty for frozen features alone
 * @param descriptor of compositions
 * @param quantile above which the best conductors begin
 * @param sourceNetwork what is trained on a property
 * @param scratchNetwork what is trained from scratch
 * @param shortlist how many candidates the report shows
 */
record ConductivityOptions(
    Optional<Path> data,
    String formula,
    String target,
    String licence,
    List<Path> sources,
    boolean ownSources,
    boolean leaveOut,
    Optional<Path> candidates,
    String candidateFormula,
    Optional<String> library,
    int mostOfEach,
    Optional<MlpTuningOptions> tuning,
    String descriptor,
    double quantile,
    int folds,
    int innerFolds,
    int repeats,
    MlpOptions sourceNetwork,
    MlpOptions scratchNetwork,
    int shortlist,
    long seed,
    boolean quick,
    int threads) {
  private static final String EMBEDDED = "embedded";
  private static final String NONE = "none";
  private static final String CONDUCTIVITY = "lattice_thermal_conductivity [W/(m K)]";

  static ConductivityOptions read(Study study, RunOptions asked) {
    StudyNode root = study.options();
    StudyNode validation = root.section("validation");
    StudyNode sources = root.section("sources");
    StudyNode candidates = root.section("candidates");
    Optional<Path> given = asked.data();
    // A folder is where the files of the study lie, a file is the table itself.
    Optional<Path> folder = given.filter(Files::isDirectory);
    String named = root.text("data", EMBEDDED);
    Optional<Path> data =
        given.isPresent() && folder.isEmpty() ? given : place(study, folder, named, EMBEDDED);
    if (folder.isPresent() && data.isEmpty()) {
      throw new StudyException(
          "The study uses its embedded table and looks for nothing in the folder " + given.get()
              + ".",
          "Give --data a table, or run a study file whose key `data` names a file in that folder.");
    }
    List<String> tables = sources.texts("tables", EMBEDDED);
    boolean own = !tables.equals(List.of(NONE));
    boolean quick = asked.quick();
    int folds = (int) validation.integer("folds", 5, 2, 50);
    int repeats = (int) validation.integer("repeats", 3, 1, 50);
    long seed = asked.seedFor(study);
    return new ConductivityOptions(
        data,
        root.text("formula", "formula"),
        root.text("target", CONDUCTIVITY),
        root.text("licence", data.isEmpty() ? "CC0" : "not stated"),
        tables.stream().flatMap(one -> place(study, folder, one, EMBEDDED, NONE).stream()).toList(),
        own,
        sources.flag("leave_out_targets", true),
        place(study, folder, candidates.text("data", EMBEDDED), EMBEDDED),
        candidates.text("formula", "formula"),
        asked.library().or(() -> place(study, folder, sources.text("library", NONE), NONE)
            .map(Path::toString)),
        (int) sources.integer("models_of_each", 3, 1, 1000),
        sources.flag("fine_tuning", false)
            ? Optional.of(MlpTuningOptions.DEFAULT.withFrozen(1))
            : Optional.empty(),
        root.text("descriptor", "composition-290:missing=impute"),
        root.number("quantile", 0.7, 0.3, 0.95),
        folds,
        (int) validation.integer("inner_folds", 4, 2, 20),
        quick ? 1 : repeats,
        network(root.section("source_network"), List.of(64, 32), quick, seed),
        network(root.section("scratch_network"), List.of(64, 32), quick, seed),
        (int) root.section("report").integer("shortlist", 50, 1, 1000),
        seed,
        quick,
        asked.threads().orElse(Runtime.getRuntime().availableProcessors()));
  }

  /** Of what is named, unless it is one of the words. */
  private static Optional<Path> place(
      Study study, Optional<Path> folder, String named, String... words) {
    return List.of(words).contains(named)
        ? Optional.empty()
        : Optional.of(folder.map(at -> at.resolve(named)).orElseGet(() -> study.path(named)));
  }

  private static MlpOptions network(
      StudyNode node, List<Integer> usual, boolean quick, long seed) {
    double[] hidden =
        node.numbers("hidden", usual.stream().mapToDouble(Integer::doubleValue).toArray());
    for (double width : hidden) {
      if (width != Math.rint(width) || width < 1 || width > 4096) {
        throw node.wrong(
            "hidden", "A hidden layer is " + width + " wide.", "Give whole numbers from 1 to 4096.");
      }
    }
    int epochs = (int) node.integer("epochs", 120, 1, 100_000);
    return new MlpOptions(
        Arrays.stream(hidden).mapToInt(width -> (int) width).boxed().toList(),
        Activation.SILU,
        node.number("dropout", 0.1, 0, 0.95),
        node.number("input_noise", 0.05, 0, 10),
        node.number("learning_rate", 3e-3, 1e-6, 1),
        node.number("weight_decay", 1e-2, 0, 10),
        (int) node.integer("batch", 32, 1, 100_000),
        quick ? Math.min(epochs, 40) : epochs,
        0,
        0.1,
        (int) node.integer("members", 3, 1, 100),
        seed);
  }

  /** Learning from scratch by ridge, trees, a Gaussian process and networks. */
  List<Head> scratchHeads() {
    List<Head> heads = new ArrayList<>(Head.standard(seed));
    heads.add(
        new Head("network", new MlpRegressor(scratchNetwork, 1)));
    return List.copyOf(heads);
  }

  Shotgun shotgun() {
    return new Shotgun(
        Head.standard(seed),
        scratchHeads(),
        folds,
        innerFolds,
        repeats,
        10_000,
        threads,
        seed);
  }

  TailTrial tailTrial() {
    return new TailTrial(
        quantile,
        Head.standard(seed),
        scratchHeads(),
        folds,
        innerFolds,
        2_000,
        threads,
        seed);
  }

  ObjectNode toJson() {
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    json.put("data", text(data)).put("formula", formula).put("target", target);
    ArrayNode tables = json.putArray("sources");
    sources.forEach(file -> tables.add(file.toString()));
    json.put("own_sources", ownSources).put("leave_out_targets", leaveOut);
    json.put("candidates", text(candidates)).put("candidate_formula", candidateFormula);
    json.put("library", library.orElse(NONE)).put("models_of_each", mostOfEach);
    json.put("fine_tuning", tuning.map(MlpTuningOptions::toString).orElse(NONE));
    json.put("descriptor", descriptor).put("quantile", quantile);
    json.put("folds", folds).put("inner_folds", innerFolds).put("repeats", repeats);
    json.put("source_network", sourceNetwork.toString());
    json.put("scratch_network", scratchNetwork.toString());
    return json.put("shortlist", shortlist).put("quick", quick);
  }

  private static String text(Optional<Path> file) {
    return file.map(Path::toString).orElse(EMBEDDED);
  }
}
