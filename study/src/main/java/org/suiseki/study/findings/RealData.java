package org.suiseki.study.findings;

import java.util.List;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * Says that the run used a small example of ours, and how to get the data it was made for.
 *
 * @param text what was used instead, and what that means for the figures
 * @param sources where the data can be had, in the order in which they are needed
 * @param command how to run the study with them
 */
public record RealData(String text, List<Source> sources, String command) implements Block {

  /**
   * @param file the name the study looks for
   * @param address where it can be had, https
   * @param licence as its publisher states it
   * @param sha256 of the file, empty where it is not fixed
   */
  public record Source(String name, String file, String address, String licence, String sha256) {}

  public RealData {
    sources = List.copyOf(sources);
  }

  @Override
  public ObjectNode json() {
    ObjectNode json = JsonNodeFactory.instance.objectNode().put("block", "real-data");
    json.put("text", text).put("command", command);
    ArrayNode all = json.putArray("sources");
    for (Source source : sources) {
      all.addObject()
          .put("name", source.name())
          .put("file", source.file())
          .put("address", source.address())
          .put("licence", source.licence())
          .put("sha256", source.sha256());
    }
    return json;
  }
}
