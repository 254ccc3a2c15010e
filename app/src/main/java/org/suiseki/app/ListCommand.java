package org.suiseki.app;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.suiseki.matter.ElementTable;
import org.suiseki.study.Studies;
import org.suiseki.study.Study;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;

/** {@code suiseki list}. */
@Command(
    name = "list",
    sortOptions = false,
    description = "Lists the studies that Suiseki ships, or its descriptors.",
    footer = {
      "",
      "Examples:",
      "  suiseki list",
      "  suiseki list --json",
      "  suiseki list --descriptors",
      "  suiseki list --columns composition-290"
    })
final class ListCommand implements Callable<Integer> {

  @Option(names = "--json", description = "As a JSON array, for programs.")
  private boolean json;

  @Option(
      names = "--descriptors",
      description = "What `suiseki describe` can make of materials, with sources and options.")
  private boolean descriptors;

  @Option(
      names = "--columns",
      paramLabel = "NAME",
      description = "Name, unit and source of each number of a descriptor, as CSV.")
  private @Nullable String columns;

  @Option(
      names = "--elements",
      paramLabel = "TABLE",
      description = "With --columns: properties of the elements, a CSV file.")
  private @Nullable Path elements;

  private final PrintWriter out;

  ListCommand(PrintWriter out) {
    this.out = out;
  }

  @Override
  public Integer call() {
    if (columns != null) {
      DescriptorList.printColumns(
          out, columns, elements == null ? ElementTable.standard() : ElementTable.read(elements));
      return ExitCode.DONE;
    }
    if (descriptors) {
      DescriptorList.print(out, json);
      return ExitCode.DONE;
    }
    List<Study> studies = Studies.shipped();
    if (json) {
      out.println(array(studies));
    } else {
      int width = studies.stream().mapToInt(s -> s.name().length()).max().orElse(0);
      studies.forEach(s -> out.printf("%-" + width + "s  %s%n", s.name(), s.summary()));
      out.printf("%nRun one with `suiseki run NAME`, your own with `suiseki run FILE.yaml`.%n");
    }
    out.flush();
    return ExitCode.DONE;
  }

  private static String array(List<Study> studies) {
    JsonMapper mapper = JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();
    ArrayNode array = mapper.createArrayNode();
    for (Study study : studies) {
      array
          .addObject()
          .put("name", study.name())
          .put("kind", study.kind())
          .put("title", study.title())
          .put("summary", study.summary());
    }
    return mapper.writeValueAsString(array);
  }
}
