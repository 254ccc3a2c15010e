package org.suiseki.study;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.WebSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * An open page: a hand on its mouse and keys, and an eye on it, over the browser's own protocol.
 */
final class BrowserVisit implements AutoCloseable {
  private static final Pattern LISTENING = Pattern.compile("DevTools listening on ws://([^/]+)/");
  private static final int SECONDS = 30;

  /** From a cold disk, on a machine that does other things too. */
  private static final int SECONDS_TO_START = 150;

  private final Process process;
  private final WebSocket socket;
  private final BlockingQueue<JsonNode> answers;
  private final List<String> complaints;
  private int calls;

  private BrowserVisit(
      Process process, WebSocket socket, BlockingQueue<JsonNode> answers, List<String> complaints) {
    this.process = process;
    this.socket = socket;
    this.answers = answers;
    this.complaints = complaints;
  }

  static BrowserVisit start(List<String> command) throws IOException, InterruptedException {
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    List<String> complaints = new ArrayList<>();
    BlockingQueue<String> addresses = new LinkedBlockingQueue<>();
    Thread reader = new Thread(() -> read(process, addresses), "what the browser says");
    reader.setDaemon(true);
    reader.start();
    String host = addresses.poll(SECONDS_TO_START, TimeUnit.SECONDS);
    if (host == null) {
      process.destroyForcibly();
      throw new AssertionError("the browser did not start within " + SECONDS_TO_START + " s");
    }
    HttpClient client = HttpClient.newHttpClient();
    BlockingQueue<JsonNode> answers = new LinkedBlockingQueue<>();
    WebSocket socket =
        client
            .newWebSocketBuilder()
            .buildAsync(page(client, host), new Ear(answers, complaints))
            .join();
    BrowserVisit visit = new BrowserVisit(process, socket, answers, complaints);
    visit.call("Runtime.enable", Map.of());
    visit.call("Log.enable", Map.of());
    return visit;
  }

  /** Opens a report and waits until it is drawn; `hash` is the end of its address. */
  void open(Path file, String hash) throws InterruptedException {
    synchronized (complaints) {
      complaints.clear();
    }
    // Anew even where only the end of the address differs.
    call("Page.navigate", Map.of("url", "about:blank"));
    until("location.href === 'about:blank'");
    call("Page.navigate", Map.of("url", file.toUri() + hash));
    until("document.readyState === 'complete' && document.querySelector('main section')");
  }

  /** What the page holds now, without its script, style and data. */
  String page() throws InterruptedException {
    return value("document.documentElement.outerHTML")
        .asString()
        .replaceAll("(?s)<(script|style)\\b.*?</\\1>", "");
  }

  private static void read(Process process, BlockingQueue<String> addresses) {
    try (BufferedReader lines =
        new BufferedReader(
            new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        Matcher matcher = LISTENING.matcher(line);
        if (matcher.find()) {
          addresses.add(matcher.group(1));
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static URI page(HttpClient client, String host) throws IOException, InterruptedException {
    for (int attempt = 0; attempt < 100; attempt++) {
      String list =
          client
              .send(
                  HttpRequest.newBuilder(URI.create("http://" + host + "/json/list")).build(),
                  HttpResponse.BodyHandlers.ofString())
              .body();
      for (JsonNode target : JsonMapper.shared().readTree(list)) {
        if (target.path("type").asString("").equals("page")) {
          return URI.create(target.path("webSocketDebuggerUrl").asString());
        }
      }
      Thread.sleep(50);
    }
    throw new AssertionError("the browser opened no page");
  }

  /** The value of an expression in the page, as JSON. */
  JsonNode value(String expression) throws InterruptedException {
    JsonNode result =
        call("Runtime.evaluate", Map.of("expression", expression, "returnByValue", true));
    if (result.has("exceptionDetails")) {
      throw new AssertionError(expression + ": " + result.path("exceptionDetails"));
    }
    return result.path("result").path("value");
  }

  String text(String selector) throws InterruptedException {
    return value("document.querySelector('" + selector + "')?.textContent ?? '(absent)'")
        .asString();
  }

  int count(String selector) throws InterruptedException {
    return value("document.querySelectorAll('" + selector + "').length").asInt();
  }

  /** Waits until an expression is true. */
  void until(String expression) throws InterruptedException {
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(SECONDS);
    while (!holds(expression)) {
      if (System.nanoTime() > end) {
        throw new AssertionError("not true within " + SECONDS + " s: " + expression);
      }
      Thread.sleep(20);
    }
  }

  /** A page that is just being left answers nothing: that is not yet true. */
  private boolean holds(String expression) throws InterruptedException {
    try {
      return value("Boolean(" + expression + ")").asBoolean();
    } catch (AssertionError e) {
      return false;
    }
  }

  /** Scrolls the n-th element that matches into view, and moves the mouse to its middle. */
  void point(String selector, int n) throws InterruptedException {
    JsonNode at = middle(selector, n);
    mouse("mouseMoved", at, 0);
  }

  void click(String selector, int n) throws InterruptedException {
    JsonNode at = middle(selector, n);
    mouse("mouseMoved", at, 0);
    mouse("mousePressed", at, 1);
    mouse("mouseReleased", at, 1);
  }

  /** Drags from the middle of the n-th element that matches, so many pixels to the right. */
  void drag(String selector, int n, int right) throws InterruptedException {
    JsonNode from = middle(selector, n);
    ObjectNode to = JsonMapper.shared().createObjectNode();
    to.put("x", from.path("x").asDouble() + right).put("y", from.path("y").asDouble());
    mouse("mouseMoved", from, 0);
    mouse("mousePressed", from, 1);
    mouse("mouseMoved", to, 1);
    mouse("mouseReleased", to, 1);
  }

  private JsonNode middle(String selector, int n) throws InterruptedException {
    return value(
        "(() => { const e = document.querySelectorAll('"
            + selector
            + "')["
            + n
            + "]; e.scrollIntoView({ block: 'center', behavior: 'instant' });"
            + " const b = e.getBoundingClientRect();"
            + " return { x: b.left + b.width / 2, y: b.top + b.height / 2 }; })()");
  }

  private void mouse(String type, JsonNode at, int clicks) throws InterruptedException {
    call(
        "Input.dispatchMouseEvent",
        Map.of(
            "type",
            type,
            "x",
            at.path("x").asDouble(),
            "y",
            at.path("y").asDouble(),
            "button",
            clicks > 0 ? "left" : "none",
            "clickCount",
            clicks));
  }

  /** Presses a key that is named as in {@code KeyboardEvent.key}. */
  void press(String key) throws InterruptedException {
    for (String type : List.of("keyDown", "keyUp")) {
      call("Input.dispatchKeyEvent", Map.of("type", type, "key", key, "code", key));
    }
  }

  /** What the browser complained of since the page was opened. */
  List<String> complaints() {
    synchronized (complaints) {
      return List.copyOf(complaints);
    }
  }

  private JsonNode call(String method, Map<String, ?> parameters) throws InterruptedException {
    int id = ++calls;
    String message =
        JsonMapper.shared()
            .writeValueAsString(Map.of("id", id, "method", method, "params", parameters));
    socket.sendText(message, true).join();
    while (true) {
      JsonNode answer = answers.poll(SECONDS, TimeUnit.SECONDS);
      if (answer == null) {
        throw new AssertionError(method + " was not answered within " + SECONDS + " s");
      }
      if (answer.path("id").asInt(-1) == id) {
        if (answer.has("error")) {
          throw new AssertionError(method + ": " + answer.path("error"));
        }
        return answer.path("result");
      }
    }
  }

  @Override
  public void close() throws InterruptedException {
    try {
      call("Browser.close", Map.of());
    } finally {
      if (!process.waitFor(SECONDS, TimeUnit.SECONDS)) {
        process.destroyForcibly();
      }
    }
  }

  /** Gathers the parts of messages, sorts answers from events. */
  private record Ear(BlockingQueue<JsonNode> answers, List<String> complaints, StringBuilder part)
      implements WebSocket.Listener {
    Ear(BlockingQueue<JsonNode> answers, List<String> complaints) {
      this(answers, complaints, new StringBuilder());
    }

    @Override
    public CompletionStage<?> onText(WebSocket socket, CharSequence data, boolean last) {
      part.append(data);
      if (last) {
        JsonNode message = JsonMapper.shared().readTree(part.toString());
        part.setLength(0);
        if (message.has("id")) {
          answers.add(message);
        } else if (isComplaint(message)) {
          synchronized (complaints) {
            complaints.add(message.path("params").toString());
          }
        }
      }
      socket.request(1);
      return CompletableFuture.completedFuture(null);
    }

    /**
     * An error of the script, or what the browser itself reports, such as a breach of the policy.
     */
    private static boolean isComplaint(JsonNode message) {
      String method = message.path("method").asString("");
      return method.equals("Runtime.exceptionThrown") || method.equals("Log.entryAdded");
    }
  }
}
