package org.suiseki.study.findings;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.suiseki.study.StudyException;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * A part of the page with a heading. One without blocks is not drawn; the page names it at its end.
 *
 * @param id its place in the address ({@code report.html#ranking}): small letters, digits and
 *     hyphens, unique on the page; not {@code findings}, {@code done}, {@code dark}, {@code light}
 * @param title short, it also stands in the bar of contents
 * @param lead a sentence or two in front of the blocks, may be empty
 */
public record Section(String id, String title, String lead, List<Block> blocks) {
  private static final Pattern ID = Pattern.compile("[a-z][a-z0-9-]{0,40}");
  private static final List<String> TAKEN =
      List.of("findings", "done", "dark", "light", "content", "contents", "bar", "theme");

  public Section {
    if (!ID.matcher(id).matches() || TAKEN.contains(id)) {
      throw new StudyException(
          "a section of a report has the id \"" + id + "\"",
          "Use small letters, digits and hyphens, and none of " + TAKEN + ".");
    }
    blocks = List.copyOf(blocks);
  }

  public static Section of(String id, String title, Block... blocks) {
    return new Section(id, title, "", List.of(blocks));
  }

  public Section lead(String lead) {
    return new Section(id, title, lead, blocks);
  }

  /** With further blocks at its end. */
  public Section with(Block... further) {
    return with(List.of(further));
  }

  public Section with(List<? extends Block> further) {
    List<Block> all = new ArrayList<>(blocks);
    all.addAll(further);
    return new Section(id, title, lead, all);
  }

  ObjectNode json() {
    ObjectNode json = JsonNodeFactory.instance.objectNode().put("id", id).put("title", title);
    json.put("lead", lead);
    ArrayNode array = json.putArray("blocks");
    blocks.forEach(block -> array.add(block.json()));
    return json;
  }
}
