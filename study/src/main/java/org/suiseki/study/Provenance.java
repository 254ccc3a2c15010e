package org.suiseki.study;

import java.util.ArrayList;
import java.util.List;
import org.suiseki.learn.Origin;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * Where the results of a run come from, as its report states it: {@code {seed, quick, command,
 * created, seconds, software: {name: version}, data: {source, licence, sha256, …, rejected: [{id,
 * reason}]}, stages: [{name, seconds}]}}.
 */
public final class Provenance {

  private Provenance() {}

  /**
   * @param manifest of the run folder
   * @param origin of the data
   * @param counted what the rows of the data are, such as {@code molecules}
   * @param rows how many are used
   * @param refused those that could not be
   */
  public static ObjectNode of(
      ObjectNode manifest,
      long seed,
      boolean quick,
      Origin origin,
      String counted,
      int rows,
      List<PredictionTable.Refused> refused) {
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    json.put("seed", seed).put("quick", quick);
    List<String> words = new ArrayList<>();
    manifest.path("command").forEach(word -> words.add(word.asString()));
    json.put("command", String.join(" ", words));
    json.put("created", manifest.path("started").asString(""));
    json.put("seconds", seconds(manifest));
    ObjectNode software = json.putObject("software");
    manifest
        .path("software")
        .properties()
        .forEach(entry -> software.put(entry.getKey(), entry.getValue().asString("")));
    software.put("os", manifest.path("machine").path("os").asString(""));
    ObjectNode data = json.putObject("data").put("source", origin.source());
    data.put("licence", origin.licence()).put("sha256", origin.sha256());
    data.put(counted, rows);
    ArrayNode rejected = data.putArray("rejected");
    refused.forEach(one -> rejected.addObject().put("id", one.id()).put("reason", one.reason()));
    json.set("stages", manifest.path("stages").deepCopy());
    return json;
  }

  /** What all stages took together, over all sittings. */
  public static double seconds(ObjectNode manifest) {
    double sum = 0;
    for (JsonNode stage : manifest.path("stages")) {
      sum += stage.path("seconds").asDouble(0);
    }
    return Math.round(sum * 10) / 10.0;
  }

  /** What a saved model says of the software that made it. */
  public static ObjectNode software(String libtorch) {
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    json.put("suiseki", Build.version()).put("libtorch", libtorch);
    Build.commit().ifPresent(commit -> json.put("commit", commit));
    return json;
  }
}
