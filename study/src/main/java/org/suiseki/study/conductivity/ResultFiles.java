package org.suiseki.study.conductivity;

import java.util.Locale;
import org.suiseki.learn.transfer.TailResult;
import org.suiseki.learn.transfer.TransferTask;
import org.suiseki.study.Numbers;
import org.suiseki.study.RunFolder;
import org.suiseki.study.transfer.TransferJson;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * The files for other programs. Conductivities in W/(m K); losses, gains and errors in decades (of
 * log10).
 *
 * <pre>
 * metrics.json     {study, seed, quick, materials, data_sha256, trained: [{name, property, unit,
 *                  scale, rows, r2, mae}], library_sources, within: …, beyond: … (see
 *                  TransferJson), screening: {asked, predicted, inside, ways}, seconds}
 * predictions.csv  id, formula, kappa, top, within_transfer, within_scratch, beyond_transfer,
 *                  beyond_scratch, place_transfer, place_scratch
 * shortlist.csv    rank, formula, kappa, low, high, domain, inside, strange_elements
 * </pre>
 */
final class ResultFiles {

  private ResultFiles() {}

  static void write(ConductivityResults results, RunFolder folder, String study, double seconds) {
    folder.write("metrics.json", metrics(results, study, seconds));
    folder.write("predictions.csv", predictions(results));
    folder.write("shortlist.csv", shortlist(results.shortlist()));
  }

  static ObjectNode metrics(ConductivityResults results, String study, double seconds) {
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    json.put("study", study).put("seed", results.options().seed());
    json.put("quick", results.options().quick());
    json.put("materials", results.data().target().task().rows());
    json.put("data_sha256", results.data().sha256());
    ArrayNode trained = json.putArray("trained");
    for (SourceSummary one : results.trained()) {
      ObjectNode source = trained.addObject().put("name", one.name());
      source.put("property", one.property()).put("unit", one.unit()).put("scale", one.scale());
      source.put("rows", one.rows());
      Numbers.put(source, "r2", one.r2());
      Numbers.put(source, "mae", one.mae());
    }
    json.put("library_sources", results.library());
    json.set("within", TransferJson.of(results.shotgun()));
    json.set("beyond", TransferJson.of(results.tail()));
    Shortlist shortlist = results.shortlist();
    ObjectNode screening = json.putObject("screening").put("asked", shortlist.asked());
    screening.put("predicted", shortlist.predicted()).put("inside", shortlist.inside());
    ObjectNode ways = screening.putObject("ways");
    shortlist.ways().forEach(ways::put);
    return json.put("seconds", seconds);
  }

  private static String predictions(ConductivityResults results) {
    TransferTask task = results.data().target().task();
    TailResult tail = results.tail();
    int[] withTransfer = tail.winner().places();
    int[] without = tail.scratch().places();
    StringBuilder csv =
        new StringBuilder(
            "id,formula,kappa,top,within_transfer,within_scratch,beyond_transfer,beyond_scratch,"
                + "place_transfer,place_scratch\n");
    for (int row = 0; row < task.rows(); row++) {
      csv.append(quoted(task.ids().get(row))).append(',').append(task.materials().get(row));
      csv.append(kappa(task.values()[row])).append(',').append(tail.top()[row]);
      csv.append(kappa(results.shotgun().rows().winner()[row]));
      csv.append(kappa(results.shotgun().rows().scratch()[row]));
      csv.append(kappa(tail.winner().prediction()[row]));
      csv.append(kappa(tail.scratch().prediction()[row]));
      csv.append(',').append(withTransfer[row]).append(',').append(without[row]).append('\n');
    }
    return csv.toString();
  }

  private static String shortlist(Shortlist shortlist) {
    StringBuilder csv =
        new StringBuilder("rank,formula,kappa,low,high,domain,inside,strange_elements\n");
    int rank = 1;
    for (Shortlist.Row row : shortlist.rows()) {
      csv.append(rank++).append(',').append(row.formula());
      csv.append(number(row.kappa())).append(number(row.low())).append(number(row.high()));
      csv.append(number(row.domain())).append(',').append(row.inside());
      csv.append(',').append(String.join(" ", row.strange())).append('\n');
    }
    return csv.toString();
  }

  private static String kappa(double logarithm) {
    return number(Math.pow(10, logarithm));
  }

  private static String number(double value) {
    return Double.isFinite(value) ? String.format(Locale.ROOT, ",%.4g", value) : ",";
  }

  private static String quoted(String text) {
    return text.matches("[^\",\\r\\n]*") ? text : '"' + text.replace("\"", "\"\"") + '"';
  }
}
