package org.suiseki.study;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.suiseki.matter.Place;

/** What a study file gives, and for each kind of mistake the exact line, column and words. */
class StudyFileTest {
  private static final String HEAD = "study: test\nkind: sum\n";

  private static Study read(String text) {
    return StudyFile.read(
        new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)), "test.yaml");
  }

  private static StudyException refusal(Runnable reading) {
    StudyException refusal = catchThrowableOfType(StudyException.class, reading::run);
    assertThat(refusal).as("a refusal").isNotNull();
    return refusal;
  }

  @Test
  void readsWhatEveryStudyHas() {
    Study study = read("study: a-1\nkind: sum\ntitle: Élan\nsummary: Adds.\nseed: 7\n");
    assertThat(study)
        .extracting(Study::name, Study::kind, Study::title, Study::summary, Study::seed)
        .containsExactly("a-1", "sum", "Élan", "Adds.", 7L);
  }

  @Test
  void titleSummaryAndSeedHaveDefaults() {
    assertThat(read(HEAD))
        .extracting(Study::title, Study::summary, Study::seed)
        .containsExactly("test", "", 1L);
  }

  @Test
  void hashIsOfTheTextWithoutByteOrderMark() {
    // printf 'study: test\nkind: sum\n' | sha256sum
    String expected = "36e4001f6f5a565b883e041041e73fcf426f6e9a2e5d130ed9abd899f99ef9ee";
    assertThat(read(HEAD).sha256()).isEqualTo(expected);
    assertThat(read("\uFEFF" + HEAD).sha256()).isEqualTo(expected);
    assertThat(read("\uFEFF" + HEAD).text()).isEqualTo(HEAD);
  }

  @Test
  void readsTypedValues() {
    StudyNode node =
        read(HEAD
                + "n: -3\nx: 2.5e-3\nsigma: 0.5 eV\nwidth: 12eV\non: true\nwords: [a, b]\n"
                + "list: [1, 2.5]\nshifts: [-0.1 eV, 0.1 eV]\nquoted: \"12\"\n")
            .options();
    assertThat(node.integer("n", 0, -5, 5)).isEqualTo(-3);
    assertThat(node.number("x", 0, 0, 1)).isEqualTo(2.5e-3);
    assertThat(node.quantity("sigma", "eV")).isEqualTo(0.5);
    assertThat(node.quantity("width", "eV", 1, 0, 20)).isEqualTo(12);
    assertThat(node.quantity("missing", "eV", 285)).isEqualTo(285);
    assertThat(node.flag("on", false)).isTrue();
    assertThat(node.texts("words")).containsExactly("a", "b");
    assertThat(node.numbers("list")).containsExactly(1, 2.5);
    assertThat(node.quantities("shifts", "eV")).containsExactly(-0.1, 0.1);
    assertThat(node.quantities("none", "eV", 1, 2)).containsExactly(1, 2);
    assertThat(node.text("quoted")).isEqualTo("12");
    assertThat(node.has("n")).isTrue();
    assertThat(node.has("absent")).isFalse();
    node.rejectUnknown();
  }

  @Test
  void readsMapsAndListsOfMaps() {
    StudyNode node =
        read(HEAD + "grid:\n  from: 280 eV\nrows:\n  - name: a\n  - name: b\n").options();
    assertThat(node.child("grid").orElseThrow().quantity("from", "eV")).isEqualTo(280);
    assertThat(node.children("rows")).extracting(row -> row.text("name")).containsExactly("a", "b");
    assertThat(node.child("nothing")).isEmpty();
    assertThat(node.children("nothings")).isEmpty();
    node.rejectUnknown();
  }

  @Test
  void readsAliases() {
    StudyNode node = read(HEAD + "a: &grid {from: 1 eV}\nb: *grid\n").options();
    assertThat(node.child("b").orElseThrow().quantity("from", "eV")).isEqualTo(1);
  }

  static Stream<Arguments> brokenFiles() {
    String deep = "a: " + "[".repeat(5000) + "]".repeat(5000) + "\n";
    return Stream.of(
        arguments("", 0, 0, "The file is empty", "Begin with"),
        arguments("# only a comment\n", 0, 0, "The file is empty", "Begin with"),
        arguments("just words\n", 1, 1, "the file holds the text \"just words\"", "Begin with"),
        arguments("- a\n- b\n", 1, 1, "the file holds a list", "Begin with"),
        arguments("kind: sum\n", 1, 1, "The key \"study\" is missing", "Add `study:` with a text"),
        arguments("study: a\n", 1, 1, "The key \"kind\" is missing", "Add `kind:` with a text"),
        arguments("study: Core Loss\nkind: x\n", 1, 8, "\"Core Loss\"", "lower-case letters"),
        arguments("study: ../up\nkind: x\n", 1, 8, "\"../up\"", "lower-case letters"),
        arguments("study: 7\nkind: x\n", 1, 8, "should be a text, but is 7", "in quotes"),
        arguments("study:\nkind: x\n", 1, 7, "should be a text, but is empty", ""),
        arguments(HEAD + "seed: -1\n", 3, 7, "whole number from 0", ""),
        arguments(HEAD + "a: 1\nb: 2\na: 3\n", 5, 1, "\"a\" is here for the second time", "line 3"),
        arguments(HEAD + "m:\n  k: 1\n  k: 2\n", 5, 3, "second time", "line 4"),
        arguments(HEAD + "a:\n\tb: 1\n", 4, 1, "not valid YAML", "Indent with spaces"),
        arguments(HEAD + "a: [1, 2\n", 4, 1, "not valid YAML", ""),
        arguments(HEAD + "a: b: c\n", 3, 5, "not valid YAML", ""),
        arguments(HEAD + "a: 'open\n", 4, 1, "not valid YAML", ""),
        arguments(HEAD + "a: *nobody\n", 3, 4, "not valid YAML", ""),
        arguments(HEAD + "a: &x [*x]\n", 3, 4, "contains itself", ""),
        arguments(HEAD + "a: !!java.io.File [/etc]\n", 3, 4, "java.io.File", "Remove the tag"),
        arguments(HEAD + "a: !!binary aGk=\n", 3, 4, "binary", "Remove the tag"),
        arguments(HEAD + "[1, 2]: x\n", 3, 1, "A key is a list", "key: value"),
        arguments(HEAD + "? &k [*k]\n: x\n", 3, 3, "A key is a list", "key: value"),
        arguments(HEAD + "a: &m {k: 1}\nb: {<<: *m}\n", 4, 5, "merge key <<", "Write the keys out"),
        arguments(HEAD + "---\nstudy: b\n", 3, 1, "not valid YAML", ""),
        arguments(HEAD + "a: \u0007\n", 3, 4, "U+0007", "Remove it"),
        arguments(HEAD + deep, 3, 23, "nested deeper than 20", "flatter"),
        arguments(HEAD + laughs(), 6, 0, "aliases", ""));
  }

  /** Ten levels of ten aliases each would be ten thousand million texts. */
  private static String laughs() {
    StringBuilder text = new StringBuilder("a0: &a0 [lol]\n");
    for (int i = 1; i <= 12; i++) {
      String one = "*a" + (i - 1) + ", ";
      text.append("a" + i + ": &a" + i + " [" + one.repeat(9) + "*a" + (i - 1) + "]\n");
    }
    return text.toString();
  }

  @ParameterizedTest
  @MethodSource("brokenFiles")
  void refusesWithPlace(String text, int line, int column, String what, String mend) {
    StudyException refusal = refusal(() -> read(text));
    Place place = refusal.place().orElseThrow();
    assertThat(refusal.what()).contains(what);
    assertThat(refusal.mend()).contains(mend);
    assertThat(place.source()).isEqualTo("test.yaml");
    if (column > 0 || line == 0) {
      assertThat(place).hasToString(new Place("test.yaml", line, column).toString());
    }
  }

  static Stream<Arguments> wrongValues() {
    return Stream.of(
        wrong("a: 1.5", n -> n.integer("a", 0, 0, 9), "whole number from 0 to 9, but is 1.5", ""),
        wrong("a: 10", n -> n.integer("a", 0, 0, 9), "from 0 to 9, but is 10", ""),
        wrong("a: '3'", n -> n.integer("a", 0, 0, 9), "but is the text \"3\"", ""),
        wrong("a: 9999999999999999999", n -> n.integer("a", 0, 0, Long.MAX_VALUE), "whole", ""),
        wrong("a: 0x10", n -> n.integer("a", 0, 0, 99), "whole number", ""),
        wrong("a: many", n -> n.number("a", 0, 0, 1), "but is the text \"many\"", ""),
        wrong("a: .nan", n -> n.number("a", 0, 0, 1), "a finite number, but is .nan", ""),
        wrong("a: 1e999", n -> n.number("a", 0, 0, 1), "a finite number, but is 1e999", ""),
        wrong("a: 2", n -> n.number("a", 0, 0, 1), "from 0.0 to 1.0, but is 2", ""),
        wrong("a: 2 eV", n -> n.number("a", 0, 0, 9), "a number without a unit", ""),
        wrong("a: 0.5", n -> n.quantity("a", "eV"), "with the unit eV, but is 0.5", "0.5 eV"),
        wrong("a: 5 keV", n -> n.quantity("a", "eV"), "but is the text \"5 keV\"", "Convert"),
        wrong("a: 5 ev", n -> n.quantity("a", "eV"), "but is the text \"5 ev\"", "unit as eV"),
        wrong("a: 5 nm", n -> n.quantity("a", "eV"), "\"5 nm\"", "nm is no unit of energy."),
        wrong("a: 5 s", n -> n.quantity("a", "fs"), "\"5 s\"", "Convert the value to fs"),
        wrong("a: wide", n -> n.quantity("a", "eV"), "with the unit eV", "for example 0.5 eV"),
        wrong("a: 1e999 eV", n -> n.quantity("a", "eV"), "finite number with the unit eV", ""),
        wrong("a: -1 eV", n -> n.quantity("a", "eV", 1, 0, 9), "from 0.0 eV to 9.0 eV", ""),
        wrong("a: yes", n -> n.flag("a", false), "true or false, but is the text \"yes\"", ""),
        wrong("a: true", n -> n.text("a"), "a text, but is true", "in quotes"),
        wrong("a: {b: 1}", n -> n.text("a"), "a text, but is a map", ""),
        wrong("a: [b]", n -> n.child("a"), "a map of keys and values, but is a list", ""),
        wrong("a: b", n -> n.texts("a"), "a list of texts, but is the text \"b\"", ""),
        wrong("a: b", n -> n.children("a"), "a list of maps", ""),
        wrong(
            "a: ridgee",
            n -> n.choice("a", "", List.of("ridge", "mean")),
            "\"a\" is \"ridgee\"",
            "Did you mean \"ridge\"? It is one of ridge, mean."));
  }

  private static Arguments wrong(
      String line, Consumer<StudyNode> reading, String what, String mend) {
    return arguments(line, reading, what, mend);
  }

  @ParameterizedTest
  @MethodSource("wrongValues")
  void refusesValues(String line, Consumer<StudyNode> reading, String what, String mend) {
    StudyNode node = read(HEAD + "# here\n" + line + "\n").options();
    StudyException refusal = refusal(() -> reading.accept(node));
    assertThat(refusal.place()).contains(new Place("test.yaml", 4, 4));
    assertThat(refusal.what()).contains(what);
    assertThat(refusal.mend()).contains(mend);
  }

  @Test
  void refusesTheItemAndNotTheListWhenAnItemIsWrong() {
    StudyNode node = read(HEAD + "a:\n  - 1 eV\n  - 2\n").options();
    StudyException refusal = refusal(() -> node.quantities("a", "eV"));
    assertThat(refusal.place()).contains(new Place("test.yaml", 5, 5));
  }

  @Test
  void refusesKeysNobodyAskedFor() {
    StudyNode node = read(HEAD + "grid:\n  form: 1 eV\n").options();
    node.child("grid").orElseThrow().quantity("from", "eV", 2);
    StudyException refusal = refusal(node::rejectUnknown);
    assertThat(refusal.place()).contains(new Place("test.yaml", 4, 3));
    assertThat(refusal.what()).isEqualTo("The key \"grid.form\" is not known here.");
    assertThat(refusal.mend()).isEqualTo("Did you mean \"from\"? Known are: from.");
  }

  @Test
  void whatAFileSaysDoesNotSteerTheTerminal() {
    StudyException refusal =
        refusal(() -> read("study: \"\\e[31m" + "x".repeat(500) + "\"\nkind: k\n"));
    assertThat(refusal.getMessage()).doesNotContain("\u001b").hasSizeLessThan(300);
  }

  @Test
  void refusesTextThatIsNotUtf8(@TempDir Path folder) throws IOException {
    Path file = folder.resolve("latin.yaml");
    Files.write(file, "study: café\nkind: x\n".getBytes(StandardCharsets.ISO_8859_1));
    assertThat(refusal(() -> StudyFile.read(file)).what()).contains("not text in UTF-8");
  }

  @Test
  void refusesHugeInputWithoutReadingIt() {
    InputStream endless =
        new InputStream() {
          private long given;

          @Override
          public int read() {
            given++;
            assertThat(given).isLessThan(2L * StudyFile.MAX_BYTES);
            return 'a';
          }

          @Override
          public int read(byte[] bytes, int offset, int length) {
            Arrays.fill(bytes, offset, offset + length, (byte) read());
            given += length - 1;
            return length;
          }
        };
    assertThat(refusal(() -> StudyFile.read(endless, "endless")).what()).contains("larger than");
  }

  @Test
  void namesMissingFilesAndFolders(@TempDir Path folder) {
    assertThat(refusal(() -> StudyFile.read(folder)).what()).contains("a folder");
    Path none = folder.resolve("none.yaml");
    assertThat(refusal(() -> StudyFile.read(none)).what()).contains("no such file");
  }
}
