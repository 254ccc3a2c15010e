package org.suiseki.library;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.suiseki.describe.MaterialKind;
import org.suiseki.learn.Progress;
import org.suiseki.matter.Sha256;
import org.suiseki.matter.SuisekiException;

/** A library goes into one file and comes back whole, and a bad file takes nothing in. */
class ArchiveTest {
  private static final AliasScope GAPS =
      new AliasScope.OfProperty("band-gap", MaterialKind.COMPOSITION);

  @TempDir private Path folder;

  @ParameterizedTest
  @EnumSource
  void carriesALibraryToAnother(Server server) {
    Path archive = folder.resolve("all.suiseki-library");
    List<LibraryEntry> entries;
    try (Library from = Library.open(LibraryLocation.of(folder.resolve("from")))) {
      fill(from);
      assertThat(from.exportTo(archive, LibraryQuery.any().atMost(9999), Progress.SILENT))
          .isEqualTo(11);
      entries =
          from.search(LibraryQuery.any().atMost(9999)).stream().map(FoundModel::entry).toList();
    }
    try (Library to = Library.open(server.library(folder))) {
      assertThat(to.importFrom(archive, Progress.SILENT)).isEqualTo(new Imported(11, 0, 0, 1, 0));
      for (LibraryEntry entry : entries) {
        assertThat(to.get(entry.reference())).isEqualTo(entry);
      }
      assertThat(to.get("band-gap@best").reference()).isEqualTo("m3@1");
      assertThat(to.verify(Progress.SILENT).faults()).isEmpty();
      assertThat(to.importFrom(archive, Progress.SILENT)).isEqualTo(new Imported(0, 11, 0, 1, 0));
    }
  }

  private static void fill(Library library) {
    library.publishAll(IntStream.range(0, 10).mapToObj(i -> Drafts.draft("m" + i, i)).toList());
    library.publishAll(List.of(Drafts.draft("m1", 100), Drafts.draft("gone", 101)));
    library.delete("gone@1");
    library.setAlias("m3@1", "best", GAPS);
  }

  @Test
  void keepsWhatIsThere() {
    Path archive = folder.resolve("all.suiseki-library");
    try (Library from = Library.open(LibraryLocation.of(folder.resolve("from")))) {
      fill(from);
      from.exportTo(archive, LibraryQuery.any().atMost(9999), Progress.SILENT);
    }
    try (Library to = Library.open(LibraryLocation.of(folder.resolve("to")))) {
      to.publish(Drafts.draft("m2", 55));
      to.setAlias("m2@1", "best", GAPS);
      // m2@1 of the archive becomes m2@2, and the alias stays where it is.
      assertThat(to.importFrom(archive, Progress.SILENT)).isEqualTo(new Imported(11, 0, 1, 0, 1));
      assertThat(to.get("m2").version()).isEqualTo(2);
      assertThat(to.get("band-gap@best").reference()).isEqualTo("m2@1");
    }
  }

  @Test
  void exportsWhatASearchFinds() {
    Path archive = folder.resolve("some.suiseki-library");
    try (Library from = Library.open(LibraryLocation.of(folder.resolve("from")))) {
      fill(from);
      LibraryQuery query = LibraryQuery.any().saying("m7");
      assertThat(from.exportTo(archive, query, Progress.SILENT)).isEqualTo(1);
    }
    try (Library to = Library.open(LibraryLocation.of(folder.resolve("to")))) {
      assertThat(to.importFrom(archive, Progress.SILENT).added()).isEqualTo(1);
      assertThat(to.find("m7")).isPresent();
      assertThat(to.aliases()).isEmpty();
    }
  }

  @Test
  void isExportedOverNothingButWhole() throws IOException {
    Path archive = folder.resolve("all.suiseki-library");
    try (Library from = Library.open(LibraryLocation.of(folder.resolve("from")))) {
      fill(from);
      Path object;
      try (var files = Files.walk(folder.resolve("from/objects"))) {
        object = files.filter(Files::isRegularFile).findFirst().orElseThrow();
      }
      Files.write(object, new byte[] {1});
      assertThatThrownBy(
              () -> from.exportTo(archive, LibraryQuery.any().atMost(9999), Progress.SILENT))
          .isInstanceOf(LibraryException.class)
          .hasMessageContaining("damaged");
      assertThat(archive).doesNotExist();
    }
  }

  /** What an attacker or an accident would put into an archive, and the word that tells it. */
  @Test
  void refusesWhatIsNotAsItShouldBe() throws IOException {
    Map<String, byte[]> good = good();
    String object =
        good.keySet().stream()
            .filter(name -> name.startsWith("objects/"))
            .findFirst()
            .orElseThrow();
    refused(add(good, "../../etc/passwd", "x"), "no archive of a library has");
    refused(add(good, "/etc/passwd", "x"), "no archive of a library has");
    refused(add(good, "objects/ab/../../x.suiseki", "x"), "no archive of a library has");
    refused(add(good, "objects\\ab\\x", "x"), "no archive of a library has");
    refused(
        add(good, "objects/ab/" + "c".repeat(62) + ".suiseki", "x"),
        "No model has its 'objects/ab");
    refused(add(good, object, "other bytes"), "expected");
    refused(without(good, object), "lacks the file of");
    refused(without(good, "library.json"), "lacks 'library.json'");
    refused(without(good, "aliases.jsonl"), "lacks 'aliases.jsonl'");
    refused(add(good, "library.json", "{}"), "does not say \"format\"");
    refused(add(good, "library.json", "no json"), "is no JSON");
    refused(
        change(good, "library.json", t -> t.replace("\"version\":1", "\"version\":2")),
        "has version 2, this Suiseki reads 1");
    refused(change(good, "models/000000.jsonl", t -> t + " "), "has the sha-256");
    refused(add(good, "models/000001.jsonl", ""), "does not list 'models/000001.jsonl'");
    refused(rehashed(good, t -> t + t), "twice");
    refused(rehashed(good, t -> t.replace("\"m0\"", "\"M 0\"")), "cannot be called");
    refused(rehashed(good, t -> t.replace("\"composition\"", "\"liquid\"")), "liquid");
    refused(rehashed(good, t -> t.replaceFirst("\"version\":1", "\"version\":-1")), "no version");
    refused(rehashed(good, t -> t.replaceFirst("\"O\":[0-9.]+", "\"O\":7")), "beyond 0 to 1");
    refused(rehashed(good, t -> t.replaceFirst("\"O\":", "\"Unobtainium\":")), "Unobtainium");
  }

  /** The bytes of a model differ, but the sums of the zip are right. */
  @Test
  void findsAModelThatIsNotItsHash() throws IOException {
    Map<String, byte[]> good = good();
    String object =
        good.keySet().stream()
            .filter(name -> name.startsWith("objects/"))
            .findFirst()
            .orElseThrow();
    byte[] bytes = good.get(object).clone();
    bytes[bytes.length - 1] ^= 1;
    Map<String, byte[]> changed = new LinkedHashMap<>(good);
    changed.put(object, bytes);
    refused(changed, "is damaged");
  }

  @Test
  void refusesWhatIsPacked() throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(out)) {
      zip.putNextEntry(new ZipEntry("models/000000.jsonl"));
      zip.write(new byte[50_000_000]);
      zip.closeEntry();
    }
    assertThat(out.size()).isLessThan(100_000);
    refused(out.toByteArray(), "is compressed, expected it stored");
  }

  /** Bytes changed, cut off or put in anywhere: a refusal in words, and nothing else. */
  @Test
  void survivesDamageAnywhere() throws IOException {
    byte[] archive = zip(good());
    SplittableRandom random = new SplittableRandom(5);
    try (Library to = Library.open(LibraryLocation.of(folder.resolve("to")))) {
      for (int i = 0; i < 300; i++) {
        byte[] damaged = archive.clone();
        if (i % 5 == 0) {
          damaged = Arrays.copyOf(archive, random.nextInt(archive.length));
        } else {
          damaged[random.nextInt(archive.length)] ^= (byte) (1 << random.nextInt(8));
        }
        Path file = folder.resolve("damaged");
        Files.write(file, damaged);
        try {
          to.importFrom(file, Progress.SILENT);
        } catch (SuisekiException e) {
          assertThat(e.mend()).isNotEmpty();
        }
      }
      assertThat(to.verify(Progress.SILENT).sound()).isTrue();
      for (FoundModel model : to.search(LibraryQuery.any())) {
        to.load(model.entry());
      }
    }
  }

  private Map<String, byte[]> good() throws IOException {
    Path archive = folder.resolve("good.suiseki-library");
    try (Library from = Library.open(LibraryLocation.of(folder.resolve("good")))) {
      from.publishAll(List.of(Drafts.draft("m0", 1), Drafts.draft("m1", 2)));
      from.exportTo(archive, LibraryQuery.any(), Progress.SILENT);
    }
    Map<String, byte[]> entries = new LinkedHashMap<>();
    try (ZipFile zip = new ZipFile(archive.toFile())) {
      for (ZipEntry entry : Collections.list(zip.entries())) {
        try (InputStream in = zip.getInputStream(entry)) {
          entries.put(entry.getName(), in.readAllBytes());
        }
      }
    }
    return entries;
  }

  private static Map<String, byte[]> add(Map<String, byte[]> good, String name, String text) {
    Map<String, byte[]> changed = new LinkedHashMap<>(good);
    changed.put(name, text.getBytes(StandardCharsets.UTF_8));
    return changed;
  }

  private static Map<String, byte[]> without(Map<String, byte[]> good, String name) {
    Map<String, byte[]> changed = new LinkedHashMap<>(good);
    changed.remove(name);
    return changed;
  }

  private static Map<String, byte[]> change(
      Map<String, byte[]> good, String name, UnaryOperator<String> change) {
    return add(good, name, change.apply(new String(good.get(name), StandardCharsets.UTF_8)));
  }

  /** Changes the models, and the hash of their part with them, as an attacker would. */
  private static Map<String, byte[]> rehashed(
      Map<String, byte[]> good, UnaryOperator<String> change) {
    String part = "models/000000.jsonl";
    Map<String, byte[]> changed = change(good, part, change);
    return change(
        changed,
        "library.json",
        text -> text.replace(Sha256.of(good.get(part)), Sha256.of(changed.get(part))));
  }

  private void refused(Map<String, byte[]> entries, String why) throws IOException {
    refused(zip(entries), why);
  }

  private void refused(byte[] archive, String why) throws IOException {
    Path file = folder.resolve("bad.suiseki-library");
    Files.write(file, archive);
    try (Library to = Library.open(LibraryLocation.of(folder.resolve("bad")))) {
      assertThatThrownBy(() -> to.importFrom(file, Progress.SILENT))
          .isInstanceOf(LibraryException.class)
          .hasMessageContaining(why);
      assertThat(to.search(LibraryQuery.any())).isEmpty();
    }
    try (var left = Files.list(folder)) {
      assertThat(left.map(path -> path.getFileName().toString()))
          .isSubsetOf("bad", "bad.suiseki-library", "good", "good.suiseki-library");
    }
  }

  private static byte[] zip(Map<String, byte[]> entries) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(out)) {
      zip.setMethod(ZipOutputStream.STORED);
      for (Map.Entry<String, byte[]> content : entries.entrySet()) {
        CRC32 checksum = new CRC32();
        checksum.update(content.getValue());
        ZipEntry entry = new ZipEntry(content.getKey());
        entry.setSize(content.getValue().length);
        entry.setCrc(checksum.getValue());
        zip.putNextEntry(entry);
        zip.write(content.getValue());
        zip.closeEntry();
      }
    }
    return out.toByteArray();
  }
}
