package org.suiseki.study.transfer;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.suiseki.describe.MaterialKind;
import org.suiseki.learn.ModelArchive;
import org.suiseki.learn.StoredModel;
import org.suiseki.learn.Table;
import org.suiseki.learn.nn.MlpTuningOptions;
import org.suiseki.learn.transfer.ModelSource;
import org.suiseki.learn.transfer.Source;
import org.suiseki.library.DescribedMaterials;
import org.suiseki.library.DomainSketch;
import org.suiseki.library.FoundModel;
import org.suiseki.library.Library;
import org.suiseki.library.LibraryEntry;
import org.suiseki.library.LibraryException;
import org.suiseki.library.LibraryQuery;
import org.suiseki.library.MaterialModel;
import org.suiseki.library.PropertyShelf;
import org.suiseki.library.Ranking;
import org.suiseki.matter.Failures;
import org.suiseki.matter.Place;
import org.suiseki.matter.SuisekiException;
import org.suiseki.study.StudyException;

/** Models of the library as sources of transfer. */
public final class MaterialSources {
  private static final String EXTENSION = ".suiseki";

  private MaterialSources() {}

  /**
   * One model.
   *
   * @param name unique among the sources
   * @param trained which elements its training materials are made of, where that is known
   * @param tuning how networks are tuned to the target; empty for frozen features alone
   */
  public static Source of(
      String name,
      MaterialModel model,
      Optional<DomainSketch> trained,
      Optional<MlpTuningOptions> tuning) {
    return new ModelSource(
        name,
        model.model(),
        materials -> inputs(model, materials),
        inputs -> domain(model, inputs),
        materials -> trained.map(one -> one.similarity(sketch(model.kind(), materials)))
            .orElse(Double.NaN),
        tuning);
  }

  /**
   * The models of one kind of material in a folder and those below it, by their file names.
   *
   * @param leftOut receives a sentence for each file that is no such model
   * @throws StudyException where the folder cannot be read
   */
  public static List<Source> folder(
      Path folder,
      MaterialKind kind,
      Optional<MlpTuningOptions> tuning,
      List<String> leftOut) {
    List<Source> sources = new ArrayList<>();
    for (Path file : files(folder)) {
      String name = folder.relativize(file).toString().replace('\\', '/');
      try {
        StoredModel stored = ModelArchive.load(file);
        if (!stored.kind().equals(MaterialModel.KIND)) {
          leftOut.add(name + " holds a model of kind " + stored.kind() + ".");
          continue;
        }
        MaterialModel model = MaterialModel.from(stored);
        if (model.kind() == kind) {
          String plain = name.substring(0, name.length() - EXTENSION.length());
          sources.add(of(plain, model, Optional.empty(), tuning));
        } else {
          leftOut.add(name + " reads a " + model.kind().label() + ".");
        }
      } catch (SuisekiException unfit) {
        leftOut.add(name + ": " + unfit.what());
      }
    }
    return List.copyOf(sources);
  }

  /**
   * The best models of each property that a library has for a kind of material: networks before
   * others, since they have layers, and by R² on validation rows.
   *
   * @param mostOfEach property
   * @param except properties that are not wanted, such as the target itself
   */
  public static List<Source> library(
      Library library,
      MaterialKind kind,
      int mostOfEach,
      List<String> except,
      Optional<MlpTuningOptions> tuning) {
    List<Source> sources = new ArrayList<>();
    for (PropertyShelf shelf : library.shelves()) {
      String property = shelf.property().name();
      if (shelf.kind() == kind && !except.contains(property)) {
        LibraryQuery query =
            LibraryQuery.any()
                .ofProperty(property)
                .ofKind(kind)
                .rankedBy(Ranking.by("validation.r2"))
                .atMost(mostOfEach);
        List<FoundModel> found = new ArrayList<>(library.search(query.ofFamily("network")));
        if (found.isEmpty()) {
          found.addAll(library.search(query));
        }
        found.forEach(one -> sources.add(kept(library, one.entry(), tuning)));
      }
    }
    return List.copyOf(sources);
  }

  private static Source kept(
      Library library, LibraryEntry entry, Optional<MlpTuningOptions> tuning) {
    MaterialModel model = MaterialModel.from(library.load(entry));
    return of(entry.reference(), model, Optional.of(entry.card().domain()), tuning);
  }

  private static List<Path> files(Path folder) {
    try (Stream<Path> files = Files.walk(folder)) {
      return files
          .filter(file -> file.getFileName().toString().endsWith(EXTENSION))
          .filter(Files::isRegularFile)
          .sorted()
          .toList();
    } catch (IOException e) {
      throw new StudyException(
          "The folder of models cannot be read: " + Failures.reason(e) + ".",
          Place.of(folder.toString()),
          "Give a folder that holds .suiseki files.",
          e);
    }
  }

  private static Table inputs(MaterialModel model, List<String> materials) {
    DescribedMaterials described = DescribedMaterials.of(model.describer(), materials);
    if (!described.refused().isEmpty()) {
      DescribedMaterials.Refused first = described.refused().get(0);
      throw new LibraryException(
          "It cannot read " + first.text() + ": " + first.reason(),
          "Leave that material out, or use a model with another descriptor.");
    }
    return described.table().selectColumns(model.columns());
  }

  /** 1 at the border, see {@link org.suiseki.library.TrainingRange}. */
  private static double[] domain(MaterialModel model, Table inputs) {
    double[] domain = new double[inputs.rows()];
    for (int row = 0; row < domain.length; row++) {
      domain[row] = model.range().distance(inputs, row) / model.range().border();
    }
    return domain;
  }

  private static DomainSketch sketch(MaterialKind kind, List<String> materials) {
    return DomainSketch.of(materials.stream().map(kind::composition).toList());
  }
}
