package org.suiseki.study.findings;

import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * One answer at the head of the page: a short statement, the number it rests on and what it means.
 *
 * <pre>{@code
 * Answer.good("Transfer ranks the best conductors higher than training from scratch")
 *     .with("rank correlation gained", Estimate.within(0.21, interval), "1")
 *     .saying("12 of 30 sources helped beyond chance.")
 * }</pre>
 *
 * @param statement a sentence without a full stop
 * @param verdict good, neutral or bad, for the one who asked
 * @param quantity what the number is, empty where there is none
 * @param number NaN where there is none
 * @param unit of the number
 * @param detail a sentence or two below, may be empty
 */
public record Answer(
    String statement,
    Verdict verdict,
    String quantity,
    Estimate number,
    String unit,
    String detail) {

  public static Answer of(Verdict verdict, String statement) {
    return new Answer(statement, verdict, "", Estimate.of(Double.NaN), "1", "");
  }

  public static Answer good(String statement) {
    return of(Verdict.GOOD, statement);
  }

  public static Answer neutral(String statement) {
    return of(Verdict.NEUTRAL, statement);
  }

  public static Answer bad(String statement) {
    return of(Verdict.BAD, statement);
  }

  public Answer with(String quantity, Estimate number, String unit) {
    return new Answer(statement, verdict, quantity, number, unit, detail);
  }

  public Answer saying(String detail) {
    return new Answer(statement, verdict, quantity, number, unit, detail);
  }

  ObjectNode json() {
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    json.put("statement", statement).put("verdict", verdict.text());
    json.put("quantity", quantity).put("unit", unit).put("detail", detail);
    json.set("number", number.json());
    return json;
  }
}
