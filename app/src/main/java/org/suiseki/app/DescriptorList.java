package org.suiseki.app;

import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.suiseki.describe.CrystalDescriptors;
import org.suiseki.describe.DescribeException;
import org.suiseki.describe.Descriptor;
import org.suiseki.describe.DescriptorEntry;
import org.suiseki.describe.DescriptorOptions;
import org.suiseki.describe.MaterialKind;
import org.suiseki.describe.MaterialText;
import org.suiseki.matter.ElementTable;
import org.suiseki.matter.Spelling;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** All that {@code suiseki describe} knows, and what {@code suiseki list --descriptors} says. */
final class DescriptorList {

  private DescriptorList() {}

  static void print(PrintWriter out, boolean json) {
    Map<String, List<DescriptorEntry>> kinds = kinds();
    if (json) {
      out.println(array(kinds));
      out.flush();
      return;
    }
    int width =
        kinds.values().stream()
            .flatMap(List::stream)
            .mapToInt(e -> e.name().length())
            .max()
            .orElse(0);
    kinds.forEach((kind, entries) -> {
      out.printf("Of %ss:%n", kind);
      for (DescriptorEntry entry : entries) {
        out.printf("%-" + width + "s  %s%n", entry.name(), entry.summary());
        Map<String, String> options = new TreeMap<>(entry.options());
        String told = options.isEmpty() ? "" : "; options " + joined(options);
        out.printf("%-" + width + "s  %s%s%n", "", entry.source(), told);
      }
      out.println();
    });
    out.printf("Use them with `suiseki describe --with NAME[:OPTION=VALUE],… FILES`;%n");
    out.printf("`suiseki list --columns NAME` says what each number is.%n");
    out.flush();
  }

  /** Name, unit and source of each number that a descriptor gives, as CSV. */
  static void printColumns(PrintWriter out, String name, ElementTable elements) {
    Optional<MaterialKind> kind = kindOf(name);
    Descriptor<?> descriptor =
        kind.isPresent()
            ? MaterialText.descriptor(kind.get(), name, elements)
            : CrystalDescriptors.named(name);
    CsvWriter csv = CsvWriter.builder().build(out);
    csv.writeRecord("name", "unit", "source");
    List<String> names = descriptor.names();
    List<String> units = descriptor.units();
    List<String> sources = descriptor.sources();
    for (int i = 0; i < names.size(); i++) {
      csv.writeRecord(names.get(i), units.get(i), sources.get(i));
    }
    try {
      csv.flush();
    } catch (IOException e) {
      // A print writer throws none; what it writes to tells by itself.
      throw new UncheckedIOException(e);
    }
    out.flush();
  }

  /**
   * What a descriptor describes in a cell, the first where it knows several; empty where it
   * describes crystals.
   *
   * @param nameAndOptions as the registries take it
   * @throws DescribeException where no registry has it
   */
  static Optional<MaterialKind> kindOf(String nameAndOptions) {
    String name = DescriptorOptions.name(nameAndOptions);
    for (MaterialKind kind : MaterialKind.values()) {
      if (entry(kind, name).isPresent()) {
        return Optional.of(kind);
      }
    }
    if (!CrystalDescriptors.names().contains(name)) {
      List<String> known =
          kinds().values().stream().flatMap(List::stream).map(DescriptorEntry::name).toList();
      throw new DescribeException(
          "There is no descriptor \"" + name + "\".",
          Spelling.hint(name, known) + "`suiseki list --descriptors` shows all.");
    }
    return Optional.empty();
  }

  static Optional<DescriptorEntry> entry(MaterialKind kind, String name) {
    return MaterialText.entries(kind).stream()
        .filter(entry -> entry.name().equals(name))
        .findFirst();
  }

  private static Map<String, List<DescriptorEntry>> kinds() {
    Map<String, List<DescriptorEntry>> kinds = new LinkedHashMap<>();
    kinds.put(
        "crystal", CrystalDescriptors.names().stream().map(CrystalDescriptors::entry).toList());
    for (MaterialKind kind : MaterialKind.values()) {
      List<DescriptorEntry> entries = MaterialText.entries(kind);
      if (!entries.isEmpty()) {
        kinds.put(kind.label(), entries);
      }
    }
    return kinds;
  }

  private static String joined(Map<String, String> options) {
    return String.join(
        " ", options.entrySet().stream().map(o -> o.getKey() + "=" + o.getValue()).toList());
  }

  private static String array(Map<String, List<DescriptorEntry>> kinds) {
    JsonMapper mapper = JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();
    ArrayNode array = mapper.createArrayNode();
    kinds.forEach((kind, entries) -> {
      for (DescriptorEntry entry : entries) {
        ObjectNode node = array.addObject();
        node.put("name", entry.name()).put("of", kind);
        node.put("summary", entry.summary()).put("source", entry.source());
        ObjectNode options = node.putObject("options");
        new TreeMap<>(entry.options()).forEach(options::put);
      }
    });
    return mapper.writeValueAsString(array);
  }
}
