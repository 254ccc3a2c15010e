package org.suiseki.study;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.suiseki.learn.Column;
import org.suiseki.learn.Dataset;
import org.suiseki.learn.Folds;
import org.suiseki.learn.MeanBaseline;
import org.suiseki.learn.Origin;
import org.suiseki.learn.Progress;
import org.suiseki.learn.Split;
import org.suiseki.learn.Table;
import tools.jackson.databind.node.JsonNodeFactory;

class OutOfFoldTest {
  @TempDir private Path temporary;

  @Test
  void asksEachRowOfTheModelThatHasNotSeenIt() {
    Table targets = Table.of(List.of(new Column("gap", "eV")), new double[][] {{1}, {2}, {3}, {6}});
    Dataset data =
        new Dataset(List.of("a", "b", "c", "d"), targets, targets, new Origin("", "", ""));
    List<Split> splits = Folds.random(4, 4, 1);
    OutOfFold said =
        OutOfFold.of(
            new MeanBaseline().fitAll(data, splits, Progress.SILENT), splits, data.inputs());
    // Each by the mean of the three others.
    assertThat(said.mean(0)).containsExactly(11.0 / 3, 10.0 / 3, 3, 2);
    for (int row = 0; row < 4; row++) {
      assertThat(splits.get(said.fold()[row]).test()).containsExactly(row);
    }
  }

  @Test
  void comesBackFromItsCheckpointBitByBit() throws IOException {
    OutOfFold said =
        new OutOfFold(
            new double[][] {{1.0 / 3, -0.0}, {Double.MIN_VALUE, 1e300}},
            new double[][] {{Double.NaN, 0.1}, {0.2, Double.NaN}},
            new int[] {1, 0});
    byte[] yaml = "study: small\nkind: test\n".getBytes(StandardCharsets.UTF_8);
    Study study = StudyFile.read(new ByteArrayInputStream(yaml), "test.yaml");
    Recipe recipe = new Recipe(4, JsonNodeFactory.instance.objectNode().put("a", 1), "0123");
    Path place = temporary.resolve("run");
    try (RunFolder folder =
        RunFolder.create(place, study, RunOptions.defaults(), recipe, List.of())) {
      folder.stage("said", OutOfFold.class, () -> said);
    }
    assertThat(Files.readString(place.resolve("stages/said.json"))).contains("NaN");
    try (RunFolder folder = RunFolder.resume(place, study, recipe)) {
      OutOfFold back =
          folder.stage(
              "said",
              OutOfFold.class,
              () -> {
                throw new AssertionError("computed again");
              });
      // By row, because a deep comparison takes no NaN for another.
      for (int row = 0; row < 2; row++) {
        assertThat(back.mean()[row]).isEqualTo(said.mean()[row]);
        assertThat(back.deviation()[row]).isEqualTo(said.deviation()[row]);
      }
      assertThat(back.fold()).isEqualTo(said.fold());
      assertThat(Double.doubleToRawLongBits(back.mean()[0][1]))
          .isEqualTo(Double.doubleToRawLongBits(-0.0));
    }
  }
}
