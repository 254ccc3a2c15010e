package org.suiseki.app;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** {@code suiseki read}. */
@Command(
    name = "read",
    sortOptions = false,
    description = "Says what files are: formula, density, space group, sites, warnings.",
    footer = {
      "",
      "Reads CIF, POSCAR, extended XYZ, JSON lines and the JSON of pymatgen, OPTIMADE and JARVIS.",
      "",
      "Examples:",
      "  suiseki read quartz.cif",
      "  suiseki read --json 'structures/**.cif'"
    })
final class ReadCommand implements Callable<Integer> {
  private static final JsonMapper MAPPER =
      JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

  @Mixin private final MaterialInputs inputs = new MaterialInputs();

  @Option(
      names = "--json",
      description = "For programs: an object for one crystal, an array for several.")
  private boolean json;

  @Mixin private final Tolerance tolerance = new Tolerance();

  private final Terminal terminal;
  private final Duration patience;

  ReadCommand(Terminal terminal, Duration patience) {
    this.terminal = terminal;
    this.patience = patience;
  }

  @Override
  public Integer call() {
    Crystals crystals = new Crystals(terminal, patience, inputs);
    List<Path> files = crystals.files();
    double within = tolerance.value();
    JsonOrText output = json ? new JsonList(files.size() > 1) : new Text();
    int code =
        crystals.each(files, "read", found -> CrystalSummary.of(found, within), output::add);
    output.end();
    terminal.out().flush();
    return code;
  }

  private interface JsonOrText {
    void add(CrystalSummary summary);

    void end();
  }

  private final class Text implements JsonOrText {
    private boolean begun;

    @Override
    public void add(CrystalSummary summary) {
      if (begun) {
        terminal.out().println();
      }
      begun = true;
      terminal.out().print(summary.text());
    }

    @Override
    public void end() {}
  }

  /** Writes as results come; only the very first waits, to see whether it stays alone. */
  private final class JsonList implements JsonOrText {
    private final List<String> waiting = new ArrayList<>();
    private boolean array;

    JsonList(boolean array) {
      this.array = array;
      if (array) {
        terminal.out().print("[");
      }
    }

    private long written;

    @Override
    public void add(CrystalSummary summary) {
      ObjectNode node = MAPPER.createObjectNode();
      summary.writeTo(node);
      String text = MAPPER.writeValueAsString(node);
      if (!array && waiting.isEmpty()) {
        waiting.add(text);
        return;
      }
      if (!array) {
        array = true;
        terminal.out().print("[");
        write(waiting.get(0));
      }
      write(text);
    }

    @Override
    public void end() {
      PrintWriter out = terminal.out();
      if (array) {
        out.println(written == 0 ? "]" : System.lineSeparator() + "]");
      } else {
        waiting.forEach(out::println);
      }
    }

    private void write(String text) {
      terminal.out().print(written++ == 0 ? System.lineSeparator() : "," + System.lineSeparator());
      terminal.out().print(text);
    }
  }
}
