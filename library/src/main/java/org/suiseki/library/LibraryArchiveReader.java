package org.suiseki.library;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Enumeration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import org.jspecify.annotations.Nullable;
import org.suiseki.matter.Failures;
import org.suiseki.matter.Place;
import org.suiseki.matter.Sha256;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Reads a {@link LibraryArchive} and believes nothing of it that can be checked. */
final class LibraryArchiveReader implements AutoCloseable {
  /** A part of 1000 cards has one or two MiB. */
  private static final int LARGEST_PART = 64 << 20;

  private static final JsonMapper JSON =
      JsonMapper.builder()
          .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .build();

  private final Place place;
  private final ZipFile zip;
  private final long length;
  private final List<String> parts = new ArrayList<>();
  private Map<String, String> partHashes = Map.of();

  private LibraryArchiveReader(Place place, ZipFile zip, long length) {
    this.place = place;
    this.zip = zip;
    this.length = length;
  }

  static LibraryArchiveReader open(Path file) {
    Place place = Place.of(file.toString());
    try {
      return new LibraryArchiveReader(place, new ZipFile(file.toFile()), Files.size(file));
    } catch (ZipException e) {
      throw LibraryArchive.broken("It is no whole zip (" + e.getMessage() + ").", place);
    } catch (IOException e) {
      throw new LibraryException(
          "The archive cannot be read: " + Failures.reason(e) + ".", place, "Check the path.", e);
    }
  }

  /** Everything but the bytes of the model files. */
  void check() throws IOException {
    Set<String> names = entries();
    JsonNode header = header();
    partHashes = hashes(header.path("parts"));
    Map<String, Long> named = new HashMap<>();
    Set<String> references = new HashSet<>();
    for (String name : names) {
      if (name.endsWith(".jsonl") && !partHashes.containsKey(name)) {
        throw broken("Its header does not list '" + name + "'.");
      }
    }
    for (String name : partHashes.keySet()) {
      if (name.matches(LibraryArchive.PART)) {
        parts.add(name);
      }
    }
    parts.sort(null);
    for (String part : parts) {
      for (LibraryEntry model : models(part)) {
        requireObject(model, names);
        named.put(LibraryArchive.object(model.sha256()), model.bytes());
        if (!references.add(model.reference())) {
          throw broken("It has " + model.reference() + " twice.");
        }
      }
    }
    requireNoOthers(names, named.keySet());
    if (header.path("models").asLong(-1) != references.size()) {
      throw broken(
          "It has " + references.size() + " models, expected " + header.path("models") + ".");
    }
    for (ModelAlias alias : aliases()) {
      ModelAlias.requireAlias(alias.alias());
      if (!references.contains(alias.model())) {
        throw broken("Its alias " + alias.alias() + " points at " + alias.model() + ".");
      }
    }
  }

  List<String> parts() {
    return parts;
  }

  List<LibraryEntry> models(String part) {
    return lines(part).stream().map(this::model).toList();
  }

  List<ModelAlias> aliases() {
    return lines(LibraryArchive.ALIASES).stream()
        .map(line ->
            new ModelAlias(
                AliasScope.parse(text(line, "scope")), text(line, "alias"), text(line, "model")))
        .toList();
  }

  /** The bytes of a model's file; after them a refusal, if they are not those of its hash. */
  void copy(LibraryEntry model, OutputStream out) throws IOException {
    ZipEntry entry = zip.getEntry(LibraryArchive.object(model.sha256()));
    MessageDigest digest = Sha256.digest();
    try (InputStream in = new DigestInputStream(zip.getInputStream(entry), digest)) {
      in.transferTo(out);
    } catch (ZipException e) {
      throw broken("The file of " + model.reference() + " is damaged (" + e.getMessage() + ").");
    }
    if (!Sha256.hex(digest).equals(model.sha256())) {
      throw broken("The file of " + model.reference() + " is damaged.");
    }
  }

  @Override
  public void close() {
    try {
      zip.close();
    } catch (IOException e) {
      throw broken("It cannot be closed (" + e.getMessage() + ").");
    }
  }

  /** Stored entries with known names, that together are no larger than the file they are in. */
  private Set<String> entries() {
    Set<String> names = new HashSet<>();
    long total = 0;
    Enumeration<? extends ZipEntry> entries = zip.entries();
    while (entries.hasMoreElements()) {
      ZipEntry entry = entries.nextElement();
      String name = entry.getName();
      boolean known =
          name.equals(LibraryArchive.HEADER)
              || name.equals(LibraryArchive.ALIASES)
              || name.matches(LibraryArchive.PART)
              || name.matches(LibraryArchive.OBJECT);
      if (!known) {
        throw broken("It holds '" + name + "', which no archive of a library has.");
      }
      if (entry.getMethod() != ZipEntry.STORED || entry.getSize() != entry.getCompressedSize()) {
        throw broken("Its '" + name + "' is compressed, expected it stored.");
      }
      // The size may be any number; their sum must not overflow.
      boolean fits = entry.getSize() >= 0 && entry.getSize() <= length - total;
      total += fits ? entry.getSize() : 0;
      if (!names.add(name) || !fits) {
        throw broken("Its entries overlap or repeat.");
      }
    }
    return names;
  }

  private JsonNode header() {
    JsonNode header = json(read(LibraryArchive.HEADER), LibraryArchive.HEADER);
    if (!header.path("format").asString("").equals(LibraryArchive.FORMAT)
        || !header.path("version").isInt()) {
      throw broken("It does not say \"format\": \"" + LibraryArchive.FORMAT + "\".");
    }
    int version = header.get("version").intValue();
    if (version != LibraryArchive.VERSION) {
      throw new LibraryException(
          "The archive has version "
              + version
              + ", this Suiseki reads "
              + LibraryArchive.VERSION
              + ".",
          place,
          "Update Suiseki, or export it with the version you have.");
    }
    return header;
  }

  private Map<String, String> hashes(JsonNode node) {
    Map<String, String> hashes = new HashMap<>();
    for (Map.Entry<String, JsonNode> part : node.properties()) {
      hashes.put(part.getKey(), part.getValue().asString(""));
    }
    return hashes;
  }

  private void requireObject(LibraryEntry model, Set<String> names) {
    String name = LibraryArchive.object(model.sha256());
    if (!names.contains(name)) {
      throw broken("It lacks the file of " + model.reference() + ".");
    }
    long size = zip.getEntry(name).getSize();
    if (size != model.bytes()) {
      throw broken(
          "The file of "
              + model.reference()
              + " has "
              + size
              + " bytes, expected "
              + model.bytes()
              + ".");
    }
  }

  private void requireNoOthers(Set<String> names, Set<String> objects) {
    for (String name : names) {
      if (name.matches(LibraryArchive.OBJECT) && !objects.contains(name)) {
        throw broken("No model has its '" + name + "'.");
      }
    }
  }

  private List<JsonNode> lines(String name) {
    byte[] bytes = read(name);
    String actual = Sha256.of(bytes);
    String expected = partHashes.getOrDefault(name, "none");
    if (!actual.equals(expected)) {
      throw broken("Its '" + name + "' has the sha-256 " + actual + ", expected " + expected + ".");
    }
    return new String(bytes, StandardCharsets.UTF_8)
        .lines()
        .map(line -> json(line.getBytes(StandardCharsets.UTF_8), name))
        .toList();
  }

  private LibraryEntry model(JsonNode line) {
    String sha256 = text(line, "sha256");
    long version = line.path("version").asLong(0);
    if (!sha256.matches(LibraryArchive.HASH)
        || version < 1
        || version > Integer.MAX_VALUE
        || !line.path("bytes").isIntegralNumber()
        || !line.path("published").isIntegralNumber()) {
      throw broken("One of its models has no version, sha256, bytes or time that can be used.");
    }
    return new LibraryEntry(
        CardJson.read(line.path("card")),
        (int) version,
        sha256,
        line.get("bytes").longValue(),
        Instant.ofEpochMilli(line.get("published").longValue()),
        Optional.empty());
  }

  private byte[] read(String name) {
    @Nullable ZipEntry entry = zip.getEntry(name);
    if (entry == null) {
      throw broken("It lacks '" + name + "'.");
    }
    if (entry.getSize() > LARGEST_PART) {
      throw broken("Its '" + name + "' has " + entry.getSize() + " bytes.");
    }
    try (InputStream in = zip.getInputStream(entry)) {
      return in.readNBytes((int) entry.getSize());
    } catch (IOException e) {
      throw broken("Its '" + name + "' cannot be read (" + e.getMessage() + ").");
    }
  }

  private JsonNode json(byte[] bytes, String name) {
    try {
      return JSON.readTree(bytes);
    } catch (JacksonException e) {
      throw broken("Its '" + name + "' is no JSON (" + e.getOriginalMessage() + ").");
    }
  }

  private String text(JsonNode node, String field) {
    if (!node.path(field).isString()) {
      throw broken("A line of it has no text '" + field + "'.");
    }
    return node.get(field).stringValue();
  }

  private LibraryException broken(String why) {
    return LibraryArchive.broken(why, place);
  }
}
