package org.suiseki.study;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.suiseki.learn.ModelArchive;
import org.suiseki.learn.StoredModel;
import org.suiseki.matter.Failures;
import org.suiseki.matter.Place;
import org.suiseki.matter.SuisekiException;
import tools.jackson.core.JacksonException;

/** Models that a study has saved, read back with words for the person where that fails. */
public final class ModelSource {

  private ModelSource() {}

  /**
   * What a file or folder holds.
   *
   * @throws SuisekiException where it is no model or is damaged
   */
  public static StoredModel load(Path source) {
    requireModel(source);
    return ModelArchive.load(source);
  }

  /**
   * The model of one kind that a file or folder holds.
   *
   * @param kind as {@code model.json} states it
   * @param make from what is stored
   * @throws SuisekiException where it is no model, of another kind or damaged
   */
  public static <T> T load(Path source, String kind, Function<StoredModel, T> make) {
    StoredModel stored = load(source);
    try {
      stored.requireKind(kind);
      return make.apply(stored);
    } catch (SuisekiException unfit) {
      throw new StudyException(unfit.what(), Place.of(source.toString()), unfit.mend(), unfit);
    } catch (IllegalArgumentException | JacksonException damaged) {
      throw new StudyException(
          "The model lacks a part, or holds what this build does not know: " + damaged.getMessage(),
          Place.of(source.toString()),
          "It was written by another version or by hand: train it anew.",
          damaged);
    }
  }

  /** The folder of the run is what a person has at hand. */
  private static void requireModel(Path source) {
    if (!Files.isDirectory(source) || Files.exists(source.resolve("model.json"))) {
      return;
    }
    List<String> models;
    try (Stream<Path> files = Files.list(source)) {
      models = files.filter(ModelArchive::isZip).map(Path::toString).sorted().toList();
    } catch (IOException unreadable) {
      throw new StudyException(
          "The folder cannot be read: " + Failures.reason(unreadable) + ".",
          Place.of(source.toString()),
          "Check its permissions.",
          unreadable);
    }
    throw new StudyException(
        "This folder is no model.",
        Place.of(source.toString()),
        models.isEmpty()
            ? "Name a model folder or .suiseki file; a finished run holds some."
            : "It holds some: name " + String.join(" or ", models) + ".");
  }
}
