package org.suiseki.library;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.suiseki.describe.MaterialKind;
import org.suiseki.learn.DenseArray;
import org.suiseki.learn.Progress;

/** What is kept is found again, on every database. */
class LibraryTest {
  @TempDir private Path folder;

  @ParameterizedTest
  @EnumSource
  void givesBackWhatWasPublished(Server server) {
    try (Library library = Library.open(server.library(folder))) {
      PublishedModel published = library.publish(Drafts.draft("gap/network-1", 1));
      assertThat(published.reference()).isEqualTo("gap/network-1@1");
      assertThat(published.added()).isTrue();
      LibraryEntry entry = library.get("gap/network-1");
      assertThat(entry.card()).isEqualTo(Drafts.card("gap/network-1"));
      assertThat(entry.sha256()).isEqualTo(published.sha256());
      assertThat(entry.deleted()).isEmpty();
      assertThat(library.load(entry).tensor("weights"))
          .isInstanceOfSatisfying(
              DenseArray.Doubles.class, array -> assertThat(array.values()).hasSize(200));
    }
  }

  @ParameterizedTest
  @EnumSource
  void keepsCardsOverARestart(Server server) {
    LibraryLocation location = server.library(folder);
    ModelCard card =
        Drafts.with(
            Drafts.card("gap/1.2_3-4"),
            Map.of(
                "test.mae",
                new ModelCard.Score(1e-300, 0, 3.5, 0.9),
                "none",
                Drafts.score(Double.NaN)));
    try (Library library = Library.open(location)) {
      library.publish(ModelDraft.of(card, Drafts.file(1)));
    }
    try (Library library = Library.open(location)) {
      assertThat(library.get("gap/1.2_3-4@1").card()).isEqualTo(card);
    }
  }

  @ParameterizedTest
  @EnumSource
  void countsVersionsAndRepeatsNone(Server server) {
    try (Library library = Library.open(server.library(folder))) {
      assertThat(library.publish(Drafts.draft("a", 1)).version()).isEqualTo(1);
      assertThat(library.publish(Drafts.draft("a", 2)).version()).isEqualTo(2);
      PublishedModel again = library.publish(Drafts.draft("a", 1));
      assertThat(again.version()).isEqualTo(1);
      assertThat(again.added()).isFalse();
      assertThat(library.publish(Drafts.draft("b", 1)).version()).isEqualTo(1);
      ModelDraft otherCard = ModelDraft.of(Drafts.scored("a", "test.mae", 0.2), Drafts.file(1));
      assertThat(library.publish(otherCard).version()).isEqualTo(3);
      assertThat(library.versions("a")).extracting(LibraryEntry::version).containsExactly(1, 2, 3);
      assertThat(library.get("a").version()).isEqualTo(3);
    }
  }

  @ParameterizedTest
  @EnumSource
  void publishesAllOrNothing(Server server) throws IOException {
    try (Library library = Library.open(server.library(folder))) {
      ModelDraft good = Drafts.draft("good", 1);
      ModelDraft broken =
          new ModelDraft(
              Drafts.card("broken"), "0".repeat(64), 5, out -> out.write("other".getBytes()));
      assertThatThrownBy(() -> library.publishAll(List.of(good, broken)))
          .isInstanceOf(LibraryException.class)
          .hasMessageContaining("cannot be kept")
          .hasMessageContaining("sha-256");
      assertThat(library.find("good")).isEmpty();
      assertThat(library.search(LibraryQuery.any())).isEmpty();
      assertThat(library.publishAll(List.of(good, good)))
          .extracting(PublishedModel::added)
          .containsExactly(true, false);
    }
  }

  @ParameterizedTest
  @EnumSource
  void takesOnlyWholeModelsFromFiles(Server server) throws IOException {
    Path file = folder.resolve("model.suiseki");
    Files.write(file, Drafts.file(1));
    try (Library library = Library.open(server.library(folder))) {
      library.publish(ModelDraft.of(Drafts.card("a"), file));
      Path out = folder.resolve("out.suiseki");
      library.pull(library.get("a"), out);
      assertThat(out).hasSameBinaryContentAs(file);
    }
    Files.write(file, new byte[] {1, 2, 3});
    assertThatThrownBy(() -> ModelDraft.of(Drafts.card("a"), file))
        .hasMessageContaining("not whole");
  }

  @ParameterizedTest
  @EnumSource
  void refusesADamagedFileAndIsMendedByPublishingAgain(Server server) throws IOException {
    try (Library library = Library.open(server.library(folder))) {
      library.publish(Drafts.draft("a", 1));
      LibraryEntry entry = library.get("a");
      Path file = object();
      byte[] bytes = Files.readAllBytes(file);
      bytes[bytes.length / 2] ^= 1;
      Files.write(file, bytes);
      assertThatThrownBy(() -> library.load(entry))
          .isInstanceOf(LibraryException.class)
          .hasMessageContaining("a@1 is damaged")
          .hasMessageContaining("Publish the same file again");
      assertThat(library.verify(Progress.SILENT).faults())
          .singleElement()
          .satisfies(fault -> {
            assertThat(fault.kind()).isEqualTo(LibraryFault.Kind.CORRUPT);
            assertThat(fault.where()).isEqualTo(file.toString());
          });
      library.publish(Drafts.draft("a", 1));
      assertThat(library.verify(Progress.SILENT).faults()).isEmpty();
      Files.delete(file);
      assertThatThrownBy(() -> library.load(entry)).hasMessageContaining("missing");
      assertThat(library.verify(entry).faults())
          .singleElement()
          .satisfies(fault -> assertThat(fault.kind()).isEqualTo(LibraryFault.Kind.MISSING));
    }
  }

  private Path object() throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      return files
          .filter(file -> file.toString().endsWith(".suiseki"))
          .filter(Files::isRegularFile)
          .findFirst()
          .orElseThrow();
    }
  }

  @ParameterizedTest
  @EnumSource
  void hidesWhatIsDeletedUntilItIsPublishedAgain(Server server) {
    try (Library library = Library.open(server.library(folder))) {
      library.publishAll(List.of(Drafts.draft("a", 1), Drafts.draft("b", 2)));
      library.delete("a");
      assertThat(names(library, LibraryQuery.any())).containsExactly("b@1");
      assertThat(names(library, LibraryQuery.any().rankedBy(Ranking.by("test.mae"))))
          .containsExactly("b@1");
      assertThat(library.count(LibraryQuery.any().ofProperty("band-gap"))).isEqualTo(1);
      assertThat(library.find("a")).isEmpty();
      assertThat(library.get("a@1").deleted()).isPresent();
      assertThat(library.publish(Drafts.draft("a", 1)).version()).isEqualTo(1);
      assertThat(names(library, LibraryQuery.any().rankedBy(Ranking.by("test.mae"))))
          .containsExactlyInAnyOrder("a@1", "b@1");
      assertThat(library.get("a").deleted()).isEmpty();
    }
  }

  @ParameterizedTest
  @EnumSource
  void namesVersionsByAliases(Server server) {
    try (Library library = Library.open(server.library(folder))) {
      library.publishAll(List.of(Drafts.draft("a", 1), Drafts.draft("a", 2)));
      AliasScope ofName = new AliasScope.OfName("a");
      AliasScope ofGap = new AliasScope.OfProperty("band-gap", MaterialKind.COMPOSITION);
      library.setAlias("a@1", "best", ofName);
      library.setAlias("a@2", "best", ofGap);
      assertThat(library.get("a@best").version()).isEqualTo(1);
      assertThat(library.get("band-gap@best").version()).isEqualTo(2);
      library.setAlias("a@2", "best", ofName);
      assertThat(library.get("a@best").version()).isEqualTo(2);
      assertThat(library.aliases(library.get("a@2"))).hasSize(2);
      assertThatThrownBy(() -> library.delete("a@2")).hasMessageContaining("is the best of");
      assertThat(library.removeAlias(ofName, "best")).isTrue();
      assertThat(library.removeAlias(ofName, "best")).isFalse();
      assertThat(library.removeAlias(ofGap, "best")).isTrue();
      library.delete("a@2");
      assertThatThrownBy(() -> library.setAlias("a@2", "best", ofName))
          .hasMessageContaining("deleted");
      assertThatThrownBy(() -> library.setAlias("a@1", "3", ofName))
          .hasMessageContaining("An alias cannot be '3'");
      assertThatThrownBy(() -> library.setAlias("a@1", "best", new AliasScope.OfName("b")))
          .hasMessageContaining("is not among b");
    }
  }

  @ParameterizedTest
  @EnumSource
  void recommendsStableThenBestThenTheFirstByScore(Server server) {
    try (Library library = Library.open(server.library(folder))) {
      library.publishAll(
          IntStream.range(0, 5)
              .mapToObj(i ->
                  ModelDraft.of(Drafts.scored("m" + i, "test.mae", 0.5 - 0.1 * i), Drafts.file(i)))
              .toList());
      List<String> scores = List.of("test.r2", "test.mae");
      MaterialKind kind = MaterialKind.COMPOSITION;
      Recommendation first = library.recommend("band-gap", kind, scores).orElseThrow();
      assertThat(first.entry().card().name()).isEqualTo("m4");
      assertThat(first.why()).contains("smallest test.mae of 5 models of band-gap");
      AliasScope scope = new AliasScope.OfProperty("band-gap", kind);
      library.setAlias("m1", "best", scope);
      assertThat(library.recommend("band-gap", kind, scores).orElseThrow().entry().card().name())
          .isEqualTo("m1");
      library.setAlias("m2", "stable", scope);
      assertThat(library.recommend("band-gap", kind, scores).orElseThrow().entry().card().name())
          .isEqualTo("m2");
      assertThat(library.recommend("density", kind, scores)).isEqualTo(Optional.empty());
    }
  }

  @ParameterizedTest
  @EnumSource
  void saysWhatIsNearestToAWrongName(Server server) {
    try (Library library = Library.open(server.library(folder))) {
      library.publish(Drafts.draft("gap/network-17", 1));
      assertThatThrownBy(() -> library.get("gap/netwrok-17"))
          .isInstanceOf(LibraryException.class)
          .hasMessageContaining("There is no model 'gap/netwrok-17'")
          .hasMessageContaining("gap/network-17");
      assertThatThrownBy(() -> library.get("gap/network-17@99999999999"))
          .isInstanceOf(LibraryException.class);
      assertThatThrownBy(() -> library.get("'; DROP TABLE model; --"))
          .isInstanceOf(LibraryException.class);
      assertThat(library.get("gap/network-17")).isNotNull();
    }
  }

  private static List<String> names(Library library, LibraryQuery query) {
    return library.search(query).stream().map(found -> found.entry().reference()).toList();
  }
}
