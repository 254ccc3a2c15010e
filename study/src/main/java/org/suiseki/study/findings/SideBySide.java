package org.suiseki.study.findings;

import java.util.List;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Blocks beside each other where the page is wide enough, else below each other; two or three. */
public record SideBySide(List<Block> blocks) implements Block {

  public SideBySide {
    blocks = List.copyOf(blocks);
  }

  public static SideBySide of(Block... blocks) {
    return new SideBySide(List.of(blocks));
  }

  @Override
  public ObjectNode json() {
    ObjectNode json = JsonNodeFactory.instance.objectNode().put("block", "side-by-side");
    ArrayNode array = json.putArray("blocks");
    blocks.forEach(block -> array.add(block.json()));
    return json;
  }
}
