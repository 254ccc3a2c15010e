package org.suiseki.study.findings;

import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * Words.
 *
 * @param text plain; an empty line begins a new paragraph, and a line that begins with {@code "- "}
 *     is an item of a list
 */
public record Paragraph(String text) implements Block {

  @Override
  public ObjectNode json() {
    return JsonNodeFactory.instance.objectNode().put("block", "paragraph").put("text", text);
  }
}
