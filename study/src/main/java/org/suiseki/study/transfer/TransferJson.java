package org.suiseki.study.transfer;

import java.util.List;
import java.util.Locale;
import org.suiseki.learn.Interval;
import org.suiseki.learn.transfer.Comparison;
import org.suiseki.learn.transfer.LeftOut;
import org.suiseki.learn.transfer.RankQuality;
import org.suiseki.learn.transfer.ShotgunResult;
import org.suiseki.learn.transfer.SourceFinding;
import org.suiseki.learn.transfer.Standing;
import org.suiseki.learn.transfer.TailResult;
import org.suiseki.study.Numbers;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * Trials of sources as JSON for other programs. Losses are mean absolute errors in the unit of the
 * target.
 *
 * <pre>
 * within the range of the target:
 *   {splits, baselines: [{name, loss}], scratch: {name, loss}, winner: comparison,
 *    either: comparison, committee: comparison, sources: [{name, property, unit, approach, head, won, comparison,
 *    p_holm, p_max_t, helps, likeness}], reasons: {…}, left_out: [{source, reason}]}
 * beyond it:
 *   {threshold, top, scratch: ranking, winner: ranking, committee: ranking,
 *    gain: {in_top, overall, separation}, committee_gain, baselines: [ranking], sources: [{ranking, property, approach, head, won, gain, likeness}],
 *    left_out}
 * comparison  {loss, scratch, gain, ci: [low, high], p, verdict}
 * ranking     {name, spearman_top, spearman, separation, recall, k, error_top}
 * likeness    {materials, inside, correlation, alignment}
 * </pre>
 */
public final class TransferJson {

  private TransferJson() {}

  public static ObjectNode of(ShotgunResult result) {
    ObjectNode json = JsonNodeFactory.instance.objectNode().put("splits", result.splits());
    ArrayNode baselines = json.putArray("baselines");
    result.baselines().forEach(one -> baselines.add(of(one)));
    json.set("scratch", of(result.scratch()));
    json.set("winner", of(result.winner()));
    json.set("either", of(result.either()));
    json.set("committee", of(result.committee()));
    ArrayNode sources = json.putArray("sources");
    result.sources().forEach(one -> sources.add(of(one)));
    ObjectNode reasons = json.putObject("reasons");
    result.reasons().forEach(one -> Numbers.put(reasons, one.likeness(), one.correlation()));
    leftOut(json, result.leftOut());
    return json;
  }

  public static ObjectNode of(TailResult result) {
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    Numbers.put(json, "threshold", result.threshold());
    int top = 0;
    for (boolean one : result.top()) {
      top += one ? 1 : 0;
    }
    json.put("top", top);
    json.set("scratch", of(result.scratch()));
    json.set("winner", of(result.winner()));
    json.set("committee", of(result.committee()));
    json.set("gain", of(result.gain()));
    json.set("committee_gain", of(result.committeeGain()));
    ArrayNode baselines = json.putArray("baselines");
    result.baselines().forEach(one -> baselines.add(of(one)));
    ArrayNode sources = json.putArray("sources");
    for (TailResult.SourceRanking one : result.sources()) {
      ObjectNode source = sources.addObject();
      source.set("ranking", of(one.ranking()));
      source.put("property", one.property().name()).put("approach", one.approach());
      source.put("head", one.head()).put("won", one.won());
      put(source, "gain", one.overScratch());
      source.set("likeness", of(one.likeness()));
    }
    leftOut(json, result.leftOut());
    return json;
  }

  private static ObjectNode of(TailResult.Gain gain) {
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    put(json, "in_top", gain.inTop());
    put(json, "overall", gain.overall());
    put(json, "separation", gain.separation());
    return json;
  }

  private static ObjectNode of(Standing standing) {
    ObjectNode json = JsonNodeFactory.instance.objectNode().put("name", standing.name());
    Numbers.put(json, "loss", standing.loss());
    return json;
  }

  private static ObjectNode of(Comparison comparison) {
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    Numbers.put(json, "loss", comparison.loss());
    Numbers.put(json, "scratch", comparison.other());
    Numbers.put(json, "gain", comparison.gain());
    put(json, "ci", comparison.interval());
    Numbers.put(json, "p", comparison.p());
    return json.put("verdict", comparison.verdict().name().toLowerCase(Locale.ROOT));
  }

  private static ObjectNode of(SourceFinding finding) {
    ObjectNode json = JsonNodeFactory.instance.objectNode().put("name", finding.name());
    json.put("property", finding.property().name()).put("unit", finding.property().unit());
    json.put("approach", finding.approach()).put("head", finding.head());
    json.put("won", finding.won());
    json.set("comparison", of(finding.againstScratch()));
    Numbers.put(json, "p_holm", finding.holm());
    Numbers.put(json, "p_max_t", finding.maxT());
    json.put("helps", finding.helpsBeyondChance());
    json.set("likeness", of(finding.likeness()));
    return json;
  }

  private static ObjectNode of(SourceFinding.Likeness likeness) {
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    Numbers.put(json, "materials", likeness.materials());
    Numbers.put(json, "inside", likeness.inside());
    Numbers.put(json, "correlation", likeness.correlation());
    Numbers.put(json, "alignment", likeness.alignment());
    return json;
  }

  private static ObjectNode of(TailResult.Ranking ranking) {
    RankQuality quality = ranking.quality();
    ObjectNode json = JsonNodeFactory.instance.objectNode().put("name", ranking.name());
    Numbers.put(json, "spearman_top", quality.inTop());
    Numbers.put(json, "spearman", quality.overall());
    Numbers.put(json, "separation", quality.separation());
    Numbers.put(json, "recall", quality.recall());
    json.put("k", quality.k());
    Numbers.put(json, "error_top", ranking.error());
    return json;
  }

  private static void put(ObjectNode json, String field, Interval interval) {
    Numbers.put(json, field, interval.low(), interval.high());
  }

  private static void leftOut(ObjectNode json, List<LeftOut> leftOut) {
    ArrayNode array = json.putArray("left_out");
    leftOut.forEach(one -> array.addObject().put("source", one.source()).put("reason", one.reason()));
  }
}
