package org.suiseki.learn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.assertj.core.api.AbstractThrowableAssert;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.suiseki.matter.Sha256;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

class ModelArchiveTest {

  @TempDir Path folder;

  private final StoredModel model =
      StoredModel.of("trial", List.of(new Column("energy", "eV")), List.of(new Column("gap", "eV")))
          .with("metrics", JsonMapper.shared().createObjectNode().put("r2", 0.5))
          .withTensors(Map.of("weights", DenseArray.of(new double[] {1, 2, 3})))
          .withBlobs(Map.of("booster-0.ubj", new byte[] {1, 2, 3, 4}));

  @ParameterizedTest
  @ValueSource(strings = {"model", "model.suiseki"})
  void comesBackWhole(String name) throws IOException {
    Path target = folder.resolve(name);
    ModelArchive.save(model, target);
    StoredModel back = ModelArchive.load(target);
    assertThat(back.kind()).isEqualTo("trial");
    assertThat(back.inputs()).isEqualTo(model.inputs());
    assertThat(back.outputs()).isEqualTo(model.outputs());
    assertThat(back.doubles("weights", 3)).containsExactly(1, 2, 3);
    assertThat(back.blob("booster-0.ubj")).containsExactly(1, 2, 3, 4);
    assertThat(back.object("metrics").get("r2").doubleValue()).isEqualTo(0.5);
    assertThat(back.object("software").has("java")).isTrue();
    assertThat(back.object("platform").has("os")).isTrue();
    assertThat(back.header().get("created").stringValue()).matches("\\d{4}-.*Z");
    onlyIn(folder, name);
  }

  @Test
  void theSameModelGivesTheSameBytes() throws IOException {
    Path first = folder.resolve("first.suiseki");
    ModelArchive.save(model, first);
    Path second = folder.resolve("second.suiseki");
    ModelArchive.save(ModelArchive.load(first), second);
    assertThat(Files.mismatch(first, second)).isEqualTo(-1);
  }

  @ParameterizedTest
  @ValueSource(strings = {"model", "model.suiseki"})
  void anEarlierModelIsReplaced(String name) throws IOException {
    Path target = folder.resolve(name);
    ModelArchive.save(model, target);
    ModelArchive.save(model.withBlobs(Map.of()).with("kind", string("other")), target);
    assertThat(ModelArchive.load(target).kind()).isEqualTo("other");
    assertThat(ModelArchive.load(target).blobs()).isEmpty();
    onlyIn(folder, name);
  }

  @Test
  void anythingElseIsLeftAlone() throws IOException {
    Path work = Files.createDirectory(folder.resolve("work"));
    Files.writeString(work.resolve("thesis.txt"), "years");
    saveRefused(work).hasMessageContaining("not a model");
    assertThat(work.resolve("thesis.txt")).hasContent("years");

    Path file = Files.writeString(folder.resolve("notes"), "days");
    saveRefused(file).hasMessageContaining("Something else than a model");
    assertThat(file).hasContent("days");

    Path zip = Files.createDirectory(folder.resolve("folder.suiseki"));
    saveRefused(zip);
    Path foreign = Files.writeString(folder.resolve("foreign.suiseki"), "weeks");
    saveRefused(foreign);
    assertThat(foreign).hasContent("weeks");
    onlyIn(folder, "work", "notes", "folder.suiseki", "foreign.suiseki");
  }

  @Test
  void anEmptyFolderIsFilled() throws IOException {
    Path target = Files.createDirectory(folder.resolve("empty"));
    ModelArchive.save(model, target);
    assertThat(ModelArchive.load(target).kind()).isEqualTo("trial");
  }

  @ParameterizedTest
  @ValueSource(strings = {"model", "model.suiseki"})
  void whatCannotBeWrittenLeavesNothing(String name) throws IOException {
    saveRefused(folder.resolve("absent").resolve(name))
        .hasMessageContaining("no such file or folder");
    saveRefused(folder.resolve("x".repeat(245) + name)).hasMessageContaining("cannot be saved");
    onlyIn(folder);
  }

  @ParameterizedTest
  @ValueSource(strings = {"model", "model.suiseki"})
  void aReadOnlyFolderIsToldSo(String name) throws IOException {
    Path closed = Files.createDirectory(folder.resolve("closed"));
    assumeTrue(closed.toFile().setWritable(false), "the folder cannot be write-protected");
    assumeTrue(!Files.isWritable(closed), "this user may write to any folder");
    saveRefused(closed.resolve(name)).hasMessageContaining("access is denied");
    onlyIn(closed);
  }

  /** The kernel's own folder refuses new files even to root. */
  @ParameterizedTest
  @ValueSource(strings = {"model", "model.suiseki"})
  void aFolderThatRefusesFilesIsToldSo(String name) {
    Path kernel = Path.of("/proc/self");
    assumeTrue(Files.isDirectory(kernel), "there is no /proc/self here");
    saveRefused(kernel.resolve(name)).hasMessageContaining("cannot be saved");
  }

  @Test
  void flippedBytesOfAFolderAreNoticed() throws IOException {
    Path target = folder.resolve("model");
    ModelArchive.save(model, target);
    for (Path file : files(target)) {
      byte[] sound = Files.readAllBytes(file);
      for (int at = 0; at < sound.length; at += 7) {
        byte[] damaged = sound.clone();
        damaged[at] ^= 1;
        Files.write(file, damaged);
        loadRefused(target);
      }
      Files.write(file, Arrays.copyOf(sound, sound.length - 1));
      loadRefused(target);
      Files.delete(file);
      loadRefused(target).hasMessageContaining("missing").hasMessageContaining(name(file));
      Files.write(file, sound);
    }
    assertThat(ModelArchive.load(target).kind()).isEqualTo("trial");
  }

  @Test
  void aDamagedFileIsNamedWithBothHashes() throws IOException {
    Path target = folder.resolve("model");
    ModelArchive.save(model, target);
    Path weights = target.resolve("weights.safetensors");
    byte[] bytes = Files.readAllBytes(weights);
    String expected = Sha256.of(bytes);
    bytes[bytes.length - 1] ^= 64;
    Files.write(weights, bytes);
    loadRefused(target)
        .hasMessageContaining("weights.safetensors")
        .hasMessageContaining(expected)
        .hasMessageContaining(Sha256.of(bytes));
  }

  /**
   * Times and attributes of the entries mean nothing, so a flip there may pass; the content must be
   * the same then.
   */
  @Test
  void everyFlippedByteOfAZipIsNoticedOrHarmless() throws IOException {
    Path target = folder.resolve("model.suiseki");
    ModelArchive.save(model, target);
    byte[] sound = Files.readAllBytes(target);
    StoredModel whole = ModelArchive.load(target);
    int passed = 0;
    for (int at = 0; at < sound.length; at++) {
      byte[] damaged = sound.clone();
      damaged[at] ^= 1;
      Files.write(target, damaged);
      try {
        StoredModel read = ModelArchive.load(target);
        assertThat(read.header()).isEqualTo(whole.header());
        assertThat(read.doubles("weights", 3)).isEqualTo(whole.doubles("weights", 3));
        assertThat(read.blob("booster-0.ubj")).isEqualTo(whole.blob("booster-0.ubj"));
        passed++;
      } catch (LearnException e) {
        assertThat(e.place()).isPresent();
      }
    }
    // Of the 76 bytes of headers of each of the four entries.
    assertThat(passed).isLessThan(4 * 76);
  }

  @Test
  void zipsThatAreCutOrLengthenedAreRefused() throws IOException {
    Path target = folder.resolve("model.suiseki");
    ModelArchive.save(model, target);
    byte[] sound = Files.readAllBytes(target);
    for (int length :
        new int[] {
          0, 10, sound.length / 2, sound.length - 1, sound.length + 1, sound.length + 99
        }) {
      Files.write(target, Arrays.copyOf(sound, length));
      loadRefused(target);
    }
    byte[] shifted = new byte[sound.length + 5];
    System.arraycopy(sound, 0, shifted, 5, sound.length);
    Files.write(target, shifted);
    loadRefused(target);
  }

  @Test
  void entriesThatDoNotBelongAreRefused() throws IOException {
    byte[] header = "{}".getBytes(StandardCharsets.UTF_8);
    for (String name :
        List.of("../escape", "/etc/passwd", "a/b", "C:evil", "a\\b", "Model.json", ".hidden")) {
      loadRefused(zip(Map.of("model.json", header, name, new byte[1]), ZipEntry.STORED))
          .hasMessageContaining(name);
    }
    Path bomb = zip(Map.of("model.json", new byte[10_000_000]), ZipEntry.DEFLATED);
    loadRefused(bomb).hasMessageContaining("compressed");
    Path target = folder.resolve("model");
    ModelArchive.save(model, target);
    Files.write(target.resolve("extra.bin"), new byte[1]);
    loadRefused(target).hasMessageContaining("extra.bin").hasMessageContaining("does not list");
    Files.delete(target.resolve("extra.bin"));
    Files.createDirectory(target.resolve("sub"));
    loadRefused(target).hasMessageContaining("not a plain file");
    Files.delete(target.resolve("sub"));
    Files.createSymbolicLink(target.resolve("link"), target.resolve("model.json"));
    loadRefused(target).hasMessageContaining("not a plain file");
  }

  @ParameterizedTest
  @ValueSource(ints = {2, 1000, 0, -1})
  void otherVersionsAreNamed(int version) throws IOException {
    Path target = folder.resolve("model");
    ModelArchive.save(model, target);
    rewrite(target, header -> header.put("version", version));
    loadRefused(target)
        .hasMessageContaining("format version " + version)
        .hasMessageContaining(version > 1 ? "Update Suiseki" : "Train and save");
    Files.delete(target.resolve("model.json.sha256"));
    loadRefused(target).hasMessageContaining("format version " + version);
  }

  @Test
  void headersOfOtherThingsAreRefused() throws IOException {
    Path target = folder.resolve("model");
    ModelArchive.save(model, target);
    rewrite(target, header -> header.put("format", "other"));
    loadRefused(target).hasMessageContaining("suiseki-model");
    rewrite(target, header -> header.put("format", "suiseki-model").put("files", 3));
    loadRefused(target).hasMessageContaining("no files");
    loadRefused(folder.resolve("nowhere")).hasMessageContaining("no such model");
  }

  @Test
  void whatTheArchiveSaysItselfCannotBeOverridden() {
    StoredModel odd = model.with("version", string("9")).with("files", string("none"));
    Path target = folder.resolve("model");
    ModelArchive.save(odd, target);
    assertThat(ModelArchive.load(target).header().has("version")).isFalse();
    assertThat(odd.header().get("version").stringValue()).isEqualTo("9");
  }

  @Test
  void namesOfFilesAreKeptInBounds() {
    for (String name : List.of("../x", "model.json", "weights.safetensors", "A", "", "a/b")) {
      StoredModel odd = model.withBlobs(Map.of(name, new byte[1]));
      assertThatThrownBy(() -> ModelArchive.save(odd, folder.resolve("odd")))
          .isInstanceOf(LearnException.class)
          .hasMessageContaining("cannot be named");
    }
  }

  private AbstractThrowableAssert<?, ?> saveRefused(Path target) {
    return assertThatThrownBy(() -> ModelArchive.save(model, target))
        .isInstanceOf(LearnException.class)
        .hasMessageStartingWith(target.toString());
  }

  private static AbstractThrowableAssert<?, ?> loadRefused(Path source) {
    return assertThatThrownBy(() -> ModelArchive.load(source))
        .isInstanceOf(LearnException.class)
        .hasMessageStartingWith(source.toString());
  }

  private Path zip(Map<String, byte[]> entries, int method) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
      for (Map.Entry<String, byte[]> entry : entries.entrySet()) {
        ZipEntry header = new ZipEntry(entry.getKey());
        header.setMethod(method);
        if (method == ZipEntry.STORED) {
          java.util.zip.CRC32 checksum = new java.util.zip.CRC32();
          checksum.update(entry.getValue());
          header.setCrc(checksum.getValue());
          header.setSize(entry.getValue().length);
        }
        zip.putNextEntry(header);
        zip.write(entry.getValue());
      }
    }
    return Files.write(folder.resolve("made.suiseki"), bytes.toByteArray());
  }

  /** Changes the header and hashes it anew, as another writer of the format would. */
  private static void rewrite(Path target, java.util.function.Consumer<ObjectNode> change)
      throws IOException {
    Path file = target.resolve("model.json");
    ObjectNode header = (ObjectNode) JsonMapper.shared().readTree(Files.readAllBytes(file));
    change.accept(header);
    byte[] bytes = JsonMapper.shared().writeValueAsBytes(header);
    Files.write(file, bytes);
    Files.writeString(target.resolve("model.json.sha256"), Sha256.of(bytes) + "  model.json\n");
  }

  private static tools.jackson.databind.JsonNode string(String text) {
    return JsonMapper.shared().getNodeFactory().stringNode(text);
  }

  private static String name(Path file) {
    return file.getFileName().toString();
  }

  private static List<Path> files(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.sorted().toList();
    }
  }

  private static void onlyIn(Path folder, String... names) throws IOException {
    assertThat(files(folder).stream().map(ModelArchiveTest::name)).containsExactlyInAnyOrder(names);
  }
}
