package org.suiseki.library;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.zip.CRC32;
import java.util.zip.CheckedInputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.suiseki.learn.Progress;
import org.suiseki.matter.Place;
import org.suiseki.matter.Sha256;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Writes a {@link LibraryArchive}. Every model file is checked on its way. */
final class LibraryExport {
  private static final JsonMapper JSON = JsonMapper.shared();

  /** The same library then gives the same bytes, but for the time in the header. */
  private static final LocalDateTime ENTRY_TIME = LocalDateTime.of(1980, 2, 1, 0, 0);

  private final CatalogueDatabase database;
  private final CatalogueRows rows;
  private final ModelStore store;
  private final ObjectNode parts = JSON.createObjectNode();
  private final Set<String> written = new HashSet<>();
  private final Set<String> references = new HashSet<>();

  LibraryExport(CatalogueDatabase database, CatalogueRows rows, ModelStore store) {
    this.database = database;
    this.rows = rows;
    this.store = store;
  }

  /** Gives the number of models. */
  long write(List<Long> ids, OutputStream out, Instant now, Progress progress) throws IOException {
    ZipOutputStream zip = new ZipOutputStream(out);
    zip.setMethod(ZipOutputStream.STORED);
    for (int from = 0; from < ids.size(); from += LibraryArchive.LINES) {
      List<Long> some = ids.subList(from, Math.min(ids.size(), from + LibraryArchive.LINES));
      progress.check();
      progress.step("export", from, ids.size());
      part(zip, from / LibraryArchive.LINES, database.read(handle -> rows.entries(handle, some)));
    }
    progress.step("export", ids.size(), ids.size());
    aliases(zip);
    ObjectNode header = JSON.createObjectNode();
    header.put("format", LibraryArchive.FORMAT).put("version", LibraryArchive.VERSION);
    header.put("created", now.truncatedTo(ChronoUnit.SECONDS).toString());
    header.put("models", references.size());
    header.set("parts", parts);
    put(zip, LibraryArchive.HEADER, JSON.writeValueAsBytes(header));
    zip.finish();
    return references.size();
  }

  private void part(ZipOutputStream zip, int number, List<LibraryEntry> entries)
      throws IOException {
    List<String> lines = new ArrayList<>();
    Set<LibraryEntry> files = new TreeSet<>(Comparator.comparing(LibraryEntry::sha256));
    for (LibraryEntry entry : entries) {
      ObjectNode line = JSON.createObjectNode();
      line.put("version", entry.version());
      line.put("sha256", entry.sha256()).put("bytes", entry.bytes());
      line.put("published", entry.published().toEpochMilli());
      CardJson.write(entry.card(), line.putObject("card"));
      lines.add(JSON.writeValueAsString(line));
      references.add(entry.reference());
      if (written.add(entry.sha256())) {
        files.add(entry);
      }
    }
    lines(zip, LibraryArchive.part(number), lines);
    for (LibraryEntry entry : files) {
      object(zip, entry);
    }
  }

  private void aliases(ZipOutputStream zip) throws IOException {
    List<String> lines = new ArrayList<>();
    for (ModelAlias alias : database.read(handle -> new Aliases(handle).all())) {
      if (references.contains(alias.model())) {
        lines.add(
            JSON.writeValueAsString(
                JSON.createObjectNode()
                    .put("scope", alias.scope().text())
                    .put("alias", alias.alias())
                    .put("model", alias.model())));
      }
    }
    lines(zip, LibraryArchive.ALIASES, lines);
  }

  private void lines(ZipOutputStream zip, String name, List<String> lines) throws IOException {
    StringBuilder text = new StringBuilder();
    lines.forEach(line -> text.append(line).append('\n'));
    byte[] bytes = text.toString().getBytes(StandardCharsets.UTF_8);
    parts.put(name, Sha256.of(bytes));
    put(zip, name, bytes);
  }

  private static void put(ZipOutputStream zip, String name, byte[] bytes) throws IOException {
    CRC32 checksum = new CRC32();
    checksum.update(bytes);
    zip.putNextEntry(stored(name, bytes.length, checksum.getValue()));
    zip.write(bytes);
    zip.closeEntry();
  }

  private void object(ZipOutputStream zip, LibraryEntry entry) throws IOException {
    Path file = store.file(entry.sha256());
    CRC32 checksum = new CRC32();
    String actual;
    try (InputStream in = new CheckedInputStream(Files.newInputStream(file), checksum)) {
      actual = Sha256.of(in);
    }
    if (!actual.equals(entry.sha256())) {
      throw new LibraryException(
          "The file of " + entry.reference() + " is damaged: its bytes are not those published.",
          Place.of(store.place(entry.sha256())),
          "Publish the same file again, or delete the model, and export then.");
    }
    zip.putNextEntry(
        stored(LibraryArchive.object(entry.sha256()), entry.bytes(), checksum.getValue()));
    Files.copy(file, zip);
    zip.closeEntry();
  }

  private static ZipEntry stored(String name, long size, long checksum) {
    ZipEntry entry = new ZipEntry(name);
    entry.setTimeLocal(ENTRY_TIME);
    entry.setSize(size);
    entry.setCrc(checksum);
    return entry;
  }
}
