package org.suiseki.learn.transfer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.suiseki.learn.LearnException;
import org.suiseki.learn.Metric;
import org.suiseki.learn.Progress;
import org.suiseki.learn.Table;

class TransferModelTest {
  private static final List<Head> RIDGE = List.of(Head.ridge());
  private static final Shotgun SHOTGUN = new Shotgun(RIDGE, RIDGE, 5, 3, 3, 200, 2, 1);

  /** The first rows of a world, to be asked about the others. */
  private static TransferTask first(World world, int rows) {
    TransferTask all = world.task();
    int[] chosen = IntStream.range(0, rows).toArray();
    return new TransferTask(
        all.ids().subList(0, rows),
        all.materials().subList(0, rows),
        all.groups().subList(0, rows),
        all.target(),
        Rows.pick(all.values(), chosen),
        all.inputs().selectRows(chosen),
        all.origin());
  }

  private static Table inputs(World world, List<String> materials) {
    return world
        .task()
        .inputs()
        .selectRows(materials.stream().mapToInt(Integer::parseInt).toArray());
  }

  private static TransferModel model(World world, List<Source> sources) {
    TransferTask task = first(world, 80);
    ShotgunResult result = SHOTGUN.run(task, sources, Progress.SILENT);
    return SHOTGUN.fit(
        task, sources, result, materials -> inputs(world, materials), Progress.SILENT);
  }

  @Test
  void predictsNewMaterialsWithIntervalsThatHold() {
    World world = World.of(400, 3);
    List<Source> sources = List.of(world.helpful("knowing", 0.3, 1), world.useless("useless", 2));
    TransferModel model = model(world, sources);
    assertThat(model.ways()).containsExactly(Map.entry("ridge on hidden of knowing", 5));

    List<String> later = world.task().materials().subList(80, 400);
    List<TransferModel.Answer> answers = model.predict(later, 0.9);
    double[] truth =
        IntStream.range(80, 400).mapToDouble(row -> world.task().values()[row]).toArray();
    double[] said = answers.stream().mapToDouble(TransferModel.Answer::value).toArray();
    assertThat(Metric.R2.of(truth, said)).isGreaterThan(0.9);
    long held =
        IntStream.range(0, 320)
            .filter(i -> answers.get(i).low() <= truth[i] && truth[i] <= answers.get(i).high())
            .count();
    // 0.8 is promised and about 0.9 usual; 320 rows in pairs leave a standard error of 0.03.
    assertThat(held / 320.0).isBetween(0.8, 0.98);
    assertThat(model.predict(List.of(later.get(7)), 0.9)).containsExactly(answers.get(7));
  }

  @Test
  void learnsFromScratchWhereNoSourceIsOfUse() {
    World world = World.of(120, 4);
    TransferModel model = model(world, world.uselessOnes(3, 9));
    assertThat(model.ways().keySet()).containsExactly("ridge from scratch");
    assertThat(model.predict(List.of("100"), 0.999).get(0).high()).isInfinite();
    assertThatThrownBy(() -> model.predict(List.of("100"), 90))
        .isInstanceOf(LearnException.class)
        .hasMessageContaining("90");
  }
}
