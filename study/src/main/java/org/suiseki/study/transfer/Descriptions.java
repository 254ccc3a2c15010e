package org.suiseki.study.transfer;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.suiseki.describe.MaterialKind;
import org.suiseki.describe.MaterialText;
import org.suiseki.learn.Column;
import org.suiseki.learn.Origin;
import org.suiseki.learn.Table;
import org.suiseki.learn.transfer.TransferTask;
import org.suiseki.library.DescribedMaterials;
import org.suiseki.matter.ElementTable;
import org.suiseki.study.PredictionTable;
import org.suiseki.study.StudyException;

/**
 * How the materials of one target are described for learning from scratch.
 *
 * @param descriptor with options
 * @param columns of its numbers that all rows of the target have
 */
public record Descriptions(MaterialKind kind, String descriptor, int[] columns) {

  /**
   * A target with its inputs.
   *
   * @param refused rows that could not be described, and those that the table refused
   */
  public record Described(
      TransferTask task, Descriptions descriptions, List<PredictionTable.Refused> refused) {
    public Described {
      refused = List.copyOf(refused);
    }
  }

  /**
   * Describes a table.
   *
   * @param target name and unit of the values
   * @param values of all rows of the table, in that unit
   * @param licence of the table, as its owner states it
   */
  public static Described of(
      SmallTable table,
      MaterialKind kind,
      String descriptor,
      Column target,
      double[] values,
      String licence) {
    DescribedMaterials described = describe(kind, descriptor, table.materials());
    List<PredictionTable.Refused> refused = new ArrayList<>(table.refused());
    described
        .refused()
        .forEach(one -> refused.add(new PredictionTable.Refused(one.text(), one.reason())));
    int[] places = described.places();
    int[] columns = described.completeColumns();
    if (places.length == 0 || columns.length == 0) {
      throw new StudyException(
          "None of the materials can be described by " + descriptor + ".",
          "Choose another descriptor; `suiseki list --descriptors` names them.");
    }
    List<String> materials = IntStream.of(places).mapToObj(table.materials()::get).toList();
    TransferTask task =
        new TransferTask(
            IntStream.of(places).mapToObj(table.ids()::get).toList(),
            materials,
            materials,
            target,
            IntStream.of(places).mapToDouble(row -> values[row]).toArray(),
            described.table().selectColumns(columns),
            new Origin(table.source(), licence, table.sha256()));
    return new Described(task, new Descriptions(kind, descriptor, columns), refused);
  }

  /** The inputs of any materials; what the target's rows all had may be NaN here. */
  public Table inputs(List<String> materials) {
    DescribedMaterials described = describe(kind, descriptor, materials);
    if (described.places().length < materials.size()) {
      throw new StudyException(
          "The material " + described.refused().get(0).text() + " cannot be described.",
          "Leave it out.");
    }
    return described.table().selectColumns(columns);
  }

  /** Which of the materials have all inputs. */
  public List<String> describable(List<String> materials) {
    DescribedMaterials described = describe(kind, descriptor, materials);
    Table inputs = described.table().selectColumns(columns);
    return IntStream.range(0, inputs.rows())
        .filter(row -> Arrays.stream(inputs.row(row)).allMatch(Double::isFinite))
        .mapToObj(row -> materials.get(described.places()[row]))
        .toList();
  }

  private static DescribedMaterials describe(
      MaterialKind kind, String descriptor, List<String> materials) {
    return DescribedMaterials.of(
        MaterialText.descriptor(kind, descriptor, ElementTable.standard()), materials);
  }
}
