package org.suiseki.study.findings;

import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * What must not be overlooked.
 *
 * @param warning whether it is a reason to distrust what the page says, or only worth knowing
 */
public record Notice(boolean warning, String text) implements Block {

  public static Notice warning(String text) {
    return new Notice(true, text);
  }

  public static Notice note(String text) {
    return new Notice(false, text);
  }

  @Override
  public ObjectNode json() {
    return JsonNodeFactory.instance
        .objectNode()
        .put("block", "notice")
        .put("warning", warning)
        .put("text", text);
  }
}
