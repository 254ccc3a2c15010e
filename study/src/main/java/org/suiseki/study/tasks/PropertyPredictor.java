package org.suiseki.study.tasks;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import org.suiseki.describe.MaterialKind;
import org.suiseki.library.Library;
import org.suiseki.library.LibraryLocation;
import org.suiseki.library.MaterialModel;
import org.suiseki.library.ModelCard;
import org.suiseki.library.PropertyShelf;
import org.suiseki.library.Recommendation;
import org.suiseki.matter.Place;
import org.suiseki.matter.Spelling;
import org.suiseki.matter.io.TextTable;
import org.suiseki.study.PredictionTable;
import org.suiseki.study.Predictor;
import org.suiseki.study.StudyException;

/**
 * Predicts a property with the model that a library recommends for it, and says which and why.
 *
 * @param property its name
 * @param told which model was chosen, and why
 */
public record PropertyPredictor(LibraryLocation location, String property, Consumer<String> told)
    implements Predictor {
  /** Chosen by what no one looked at when the test is reported. */
  private static final List<String> CHOICE =
      List.of("validation.log.mae", "validation.mae", "test.mae");

  @Override
  public PredictionTable predict(Path input) {
    try (Library library = Library.open(location)) {
      PropertyShelf shelf = shelf(library, input);
      MaterialKind kind = shelf.kind();
      MaterialCells cells = MaterialCells.read(input, Optional.of(kind));
      Recommendation chosen =
          library
              .recommend(shelf.property().name(), kind, CHOICE)
              .orElseThrow(() -> nothing(library));
      MaterialModel model = MaterialModel.from(library.load(chosen.entry()));
      told.accept(words(chosen));
      return new MaterialPredictor(chosen.entry().reference(), model).predict(cells);
    }
  }

  /** The property of that name for materials that the file has; the largest where several fit. */
  private PropertyShelf shelf(Library library, Path input) {
    List<String> heads;
    try (TextTable table = TextTable.open(input)) {
      heads = table.heads();
    }
    return library.shelves().stream()
        .filter(shelf -> shelf.property().name().equalsIgnoreCase(property))
        .filter(shelf -> heads.stream().anyMatch(head -> MaterialCells.holds(shelf.kind(), head)))
        .max((a, b) -> Long.compare(a.models(), b.models()))
        .orElseThrow(() -> nothing(library));
  }

  private StudyException nothing(Library library) {
    List<String> known =
        library.shelves().stream().map(shelf -> shelf.property().name()).distinct().toList();
    return new StudyException(
        "There is no model file \""
            + property
            + "\", and no model of a property of that name for the materials in the file.",
        Place.of(location.toString()),
        known.isEmpty()
            ? "The library is empty: fill it with `suiseki library train` or `library import`."
            : Spelling.hint(property, known)
                + "Known are "
                + String.join(", ", known.subList(0, Math.min(30, known.size())))
                + ". The file needs a column formula or smiles.");
  }

  private static String words(Recommendation chosen) {
    ModelCard card = chosen.entry().card();
    ModelCard.Score test = card.metrics().get("test.mae");
    ModelCard.Score mean = card.metrics().get("test.mean.mae");
    String error =
        test == null
            ? ""
            : String.format(
                Locale.ROOT,
                " Mean absolute error on held-out rows %.3g %s%s.",
                test.value(),
                card.property().unit(),
                mean == null
                    ? ""
                    : String.format(Locale.ROOT, " (%.3g by the mean)", mean.value()));
    return chosen.entry().reference() + ". " + chosen.why() + error;
  }
}
