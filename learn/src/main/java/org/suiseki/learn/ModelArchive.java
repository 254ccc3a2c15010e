package org.suiseki.learn;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.suiseki.matter.Place;
import org.suiseki.matter.Sha256;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * Models as files: a folder, or a single zip whose name ends in {@code .suiseki}. Both hold the
 * same files, side by side:
 *
 * <pre>
 * model.json           the header below, JSON in UTF-8, at most 16 MiB
 * model.json.sha256    64 hex digits, two spaces, "model.json", newline: what sha256sum -c reads
 * weights.safetensors  all arrays (see {@link Safetensors}); absent where there are none
 * other files          as the kind of model needs, such as booster-0.ubj
 *
 * header = {
 *   "format": "suiseki-model",
 *   "version": 1,
 *   "kind": string,                                 which class reads it, such as "ridge"
 *   "inputs":  [ { "name": string, "unit": string } … ],
 *   "outputs": [ { "name": string, "unit": string } … ],
 *   "options": { … }?,                              of the estimator
 *   "preprocessing": { … }?,                        from raw data to inputs
 *   "training": { … }?,                             data sha256, source, licence, split, seed, rows
 *   "metrics": { … }?,
 *   "software": { "suiseki": string, "java": string, … },
 *   "platform": { "os": string, "arch": string },
 *   "created": string,                              ISO 8601, UTC
 *   "files": { name: { "sha256": 64 hex digits, "bytes": integer } … }
 * }
 * name   = [a-z0-9][a-z0-9._-]*, at most 100 characters; so no folders, no way out of the archive
 * zip    = the same files as entries that are stored, not deflated, without extra fields or
 *          comments; so reading never takes more memory than the zip has bytes, all accounted for
 * </pre>
 *
 * <p>{@code files} lists every file but the first two; a file that is not listed, or listed and
 * absent, is an error, and so is one whose size or hash is not as listed. All files together have
 * at most 2 GiB. Fields of the header that this page does not name are kept. The hashes find
 * damage, not malice: whoever can rewrite a file can rewrite its hash.
 *
 * <p>Loading executes nothing and hands nothing to native code. Saving is atomic: a model that is
 * on disk under its name is whole. Only replacing one folder by another takes two renames; a crash
 * between them leaves the earlier model beside the place, under a name that starts with a dot and
 * ends in {@code .earlier}.
 */
public final class ModelArchive {

  /** The version of the format that is written, and the only one that is read so far. */
  public static final int VERSION = 1;

  static final String HEADER = "model.json";
  static final String HEADER_HASH = HEADER + ".sha256";

  private static final String WEIGHTS = "weights.safetensors";
  private static final String EXTENSION = ".suiseki";
  private static final int LARGEST_HEADER = 16 << 20;
  private static final String FORMAT = "suiseki-model";
  static final String NAME = "[a-z0-9][a-z0-9._-]{0,99}";
  private static final String NOT_WHOLE = "The model is not whole. ";
  private static final String COPY_AGAIN =
      "Copy it again from where it came from, or train and save it anew.";
  private static final JsonMapper JSON =
      JsonMapper.builder()
          .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .enable(SerializationFeature.INDENT_OUTPUT)
          .build();

  private ModelArchive() {}

  /**
   * Writes a model, as a zip where the name of {@code target} ends in {@code .suiseki}, else as a
   * folder. A model of the same form that is there is replaced; anything else that is there is left
   * alone and refused. Either all is done or nothing has changed.
   */
  public static void save(StoredModel model, Path target) {
    ArchiveWriter.write(files(model), target.toAbsolutePath().normalize(), isZip(target));
  }

  /**
   * The very bytes that {@link #save} writes as a single file, for whoever keeps models elsewhere.
   */
  public static byte[] bytes(StoredModel model) {
    return ArchiveWriter.zip(files(model));
  }

  /** Reads a model that {@link #save} wrote, after checking every byte of it. */
  public static StoredModel load(Path source) {
    Place place = Place.of(source.toString());
    if (!Files.exists(source)) {
      throw new LearnException("There is no such model.", place, "Check the path.");
    }
    try {
      return read(ArchiveReader.read(source, place), place);
    } catch (IOException e) {
      throw corrupt("It cannot be read (" + e.getMessage() + ").", place, e);
    }
  }

  /** Whether the path is one that {@link #save} writes as a single file. */
  public static boolean isZip(Path path) {
    return path.getFileName() != null && path.getFileName().toString().endsWith(EXTENSION);
  }

  private static Map<String, byte[]> files(StoredModel model) {
    Map<String, byte[]> listed = new TreeMap<>(model.blobs());
    for (String name : listed.keySet()) {
      if (!name.matches(NAME)
          || name.equals(HEADER)
          || name.equals(HEADER_HASH)
          || name.equals(WEIGHTS)) {
        throw new LearnException(
            "A file of a model cannot be named '" + name + "'.",
            "Use small letters, digits, '.', '_' and '-', and none of the names of the format.");
      }
    }
    if (!model.tensors().isEmpty()) {
      listed.put(WEIGHTS, Safetensors.write(model.tensors()));
    }
    byte[] header = JSON.writeValueAsBytes(header(model, listed));
    Map<String, byte[]> files = new LinkedHashMap<>();
    files.put(HEADER, header);
    files.put(HEADER_HASH, hashLine(header));
    files.putAll(listed);
    return files;
  }

  private static ObjectNode header(StoredModel model, Map<String, byte[]> listed) {
    ObjectNode header = JSON.createObjectNode();
    header.put("format", FORMAT);
    header.put("version", VERSION);
    header.setAll(model.header().without(List.of("format", "version", "files")));
    header.set("software", software(model.object("software")));
    if (!header.has("platform")) {
      header
          .putObject("platform")
          .put("os", System.getProperty("os.name") + " " + System.getProperty("os.version"))
          .put("arch", System.getProperty("os.arch"));
    }
    if (!header.has("created")) {
      header.put("created", Instant.now().truncatedTo(ChronoUnit.SECONDS).toString());
    }
    ObjectNode files = header.putObject("files");
    listed.forEach((name, bytes) ->
        files.putObject(name).put("sha256", Sha256.of(bytes)).put("bytes", bytes.length));
    return header;
  }

  private static ObjectNode software(ObjectNode given) {
    if (!given.has("suiseki")) {
      String version = ModelArchive.class.getPackage().getImplementationVersion();
      given.put("suiseki", Objects.requireNonNullElse(version, "development"));
    }
    if (!given.has("java")) {
      given.put("java", Runtime.version().toString());
    }
    return given;
  }

  private static StoredModel read(Map<String, byte[]> files, Place place) {
    ObjectNode header = header(files, place);
    Map<String, byte[]> blobs = new LinkedHashMap<>(files);
    blobs.keySet().removeAll(List.of(HEADER, HEADER_HASH));
    ObjectNode listed = (ObjectNode) header.remove("files");
    for (String name : blobs.keySet()) {
      if (!listed.has(name)) {
        throw corrupt("It holds a file '" + name + "' that its header does not list.", place);
      }
    }
    for (Map.Entry<String, JsonNode> file : listed.properties()) {
      requireIntact(file.getKey(), blobs.get(file.getKey()), file.getValue(), place);
    }
    byte[] weights = blobs.remove(WEIGHTS);
    Map<String, DenseArray> tensors =
        weights == null
            ? Map.of()
            : Safetensors.read(weights, Place.of(place.source() + "/" + WEIGHTS));
    header.remove("format");
    header.remove("version");
    return new StoredModel(header, tensors, blobs);
  }

  private static void requireIntact(
      String name, byte @Nullable [] actual, JsonNode expected, Place place) {
    if (actual == null) {
      throw corrupt("Its file '" + name + "' is missing.", place);
    }
    long bytes = expected.path("bytes").asLong(-1);
    if (bytes != actual.length) {
      throw corrupt(
          "Its file '" + name + "' has " + actual.length + " bytes, expected " + bytes + ".",
          place);
    }
    requireHash(name, actual, expected.path("sha256").asString(""), place);
  }

  private static void requireHash(String name, byte[] actual, String expected, Place place) {
    String hash = Sha256.of(actual);
    if (!hash.equals(expected)) {
      throw corrupt(
          "Its file '" + name + "' has the sha-256 " + hash + ", expected " + expected + ".",
          place);
    }
  }

  private static ObjectNode header(Map<String, byte[]> files, Place place) {
    byte[] bytes = files.get(HEADER);
    if (bytes == null) {
      throw corrupt("Its file '" + HEADER + "' is missing.", place);
    }
    if (bytes.length > LARGEST_HEADER) {
      throw corrupt("Its header has " + bytes.length + " bytes, more than 16 MiB.", place);
    }
    byte[] hash = files.get(HEADER_HASH);
    if (hash != null && !Arrays.equals(hash, hashLine(bytes))) {
      String expected = new String(hash, StandardCharsets.UTF_8).lines().findFirst().orElse("");
      requireHash(HEADER, bytes, expected.split(" ", 2)[0], place);
      throw corrupt("Its file '" + HEADER_HASH + "' is not one line of sha256sum.", place);
    }
    ObjectNode header = parse(bytes, place);
    // Only now: a later version may guard its header in another way.
    if (hash == null) {
      throw corrupt("Its file '" + HEADER_HASH + "' is missing.", place);
    }
    return header;
  }

  private static ObjectNode parse(byte[] bytes, Place place) {
    JsonNode node;
    try {
      node = JSON.readTree(bytes);
    } catch (JacksonException e) {
      throw corrupt("Its header is no JSON (" + e.getOriginalMessage() + ").", place, e);
    }
    if (!(node instanceof ObjectNode header)
        || !node.path("format").asString("").equals(FORMAT)
        || !node.path("version").isInt()) {
      throw corrupt("Its header does not say \"format\": \"" + FORMAT + "\".", place);
    }
    requireVersion(header.get("version").intValue(), place);
    if (!header.path("files").isObject() || !header.path("kind").isString()) {
      throw corrupt("Its header has no files or no kind.", place);
    }
    return header;
  }

  private static void requireVersion(int version, Place place) {
    if (version != VERSION) {
      throw new LearnException(
          "The model has format version " + version + ", this Suiseki reads " + VERSION + ".",
          place,
          version > VERSION
              ? "Update Suiseki, or save the model with the version you have."
              : "Train and save the model anew.");
    }
  }

  private static byte[] hashLine(byte[] header) {
    return (Sha256.of(header) + "  " + HEADER + "\n").getBytes(StandardCharsets.UTF_8);
  }

  static LearnException corrupt(String why, Place place) {
    return new LearnException(NOT_WHOLE + why, place, COPY_AGAIN);
  }

  private static LearnException corrupt(String why, Place place, Throwable cause) {
    return new LearnException(NOT_WHOLE + why, place, COPY_AGAIN, cause);
  }
}
