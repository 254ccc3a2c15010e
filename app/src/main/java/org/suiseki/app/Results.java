package org.suiseki.app;

import java.io.PrintWriter;
import java.util.Optional;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Prints results as they come: for a person, or as JSON. */
interface Results {

  /** What was found about one thing. */
  interface Result {
    /** Lines, the last one ended. */
    String text();

    void writeTo(ObjectNode node);
  }

  void add(Result result);

  /** To be called after the last. */
  void end();

  /**
   * @param several as JSON, whether to write an array whatever comes; otherwise a single result
   *     stays an object
   */
  static Results to(PrintWriter out, boolean json, boolean several) {
    return json ? new Json(out, several) : new Text(out);
  }

  /** An empty line between them. */
  final class Text implements Results {
    private final PrintWriter out;
    private boolean begun;

    private Text(PrintWriter out) {
      this.out = out;
    }

    @Override
    public void add(Result result) {
      if (begun) {
        out.println();
      }
      begun = true;
      out.print(result.text());
    }

    @Override
    public void end() {
      out.flush();
    }
  }

  /** The first waits, to see whether it stays alone. */
  final class Json implements Results {
    private static final JsonMapper MAPPER =
        JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

    private final PrintWriter out;
    private boolean array;
    private boolean empty = true;
    private Optional<String> waiting = Optional.empty();

    private Json(PrintWriter out, boolean several) {
      this.out = out;
      this.array = several;
    }

    @Override
    public void add(Result result) {
      ObjectNode node = MAPPER.createObjectNode();
      result.writeTo(node);
      String text = MAPPER.writeValueAsString(node);
      if (waiting.isPresent()) {
        array = true;
        element(waiting.get());
        waiting = Optional.empty();
      } else if (!array) {
        waiting = Optional.of(text);
        return;
      }
      element(text);
    }

    @Override
    public void end() {
      if (array) {
        out.println(empty ? "[]" : System.lineSeparator() + "]");
      } else {
        waiting.ifPresent(out::println);
      }
      out.flush();
    }

    private void element(String text) {
      out.print((empty ? "[" : ",") + System.lineSeparator() + text);
      empty = false;
    }
  }
}
