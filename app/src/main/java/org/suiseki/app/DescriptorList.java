package org.suiseki.app;

import java.io.PrintWriter;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.suiseki.describe.CrystalDescriptors;
import org.suiseki.describe.DescriptorEntry;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** What {@code suiseki list --descriptors} says. */
final class DescriptorList {

  private DescriptorList() {}

  static void print(PrintWriter out, boolean json) {
    List<DescriptorEntry> entries =
        CrystalDescriptors.names().stream().map(CrystalDescriptors::entry).toList();
    if (json) {
      out.println(array(entries));
    } else {
      int width = entries.stream().mapToInt(e -> e.name().length()).max().orElse(0);
      for (DescriptorEntry entry : entries) {
        out.printf("%-" + width + "s  %s%n", entry.name(), entry.summary());
        Map<String, String> options = new TreeMap<>(entry.options());
        String told = options.isEmpty() ? "" : "; options " + joined(options);
        out.printf("%-" + width + "s  %s%s%n", "", entry.source(), told);
      }
      out.printf("%nUse them with `suiseki describe --with NAME[:OPTION=VALUE],… FILES`.%n");
    }
    out.flush();
  }

  private static String joined(Map<String, String> options) {
    return String.join(
        " ", options.entrySet().stream().map(o -> o.getKey() + "=" + o.getValue()).toList());
  }

  private static String array(List<DescriptorEntry> entries) {
    JsonMapper mapper = JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();
    ArrayNode array = mapper.createArrayNode();
    for (DescriptorEntry entry : entries) {
      ObjectNode node = array.addObject();
      node.put("name", entry.name()).put("summary", entry.summary()).put("source", entry.source());
      ObjectNode options = node.putObject("options");
      new TreeMap<>(entry.options()).forEach(options::put);
    }
    return mapper.writeValueAsString(array);
  }
}
