package org.suiseki.matter.io;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.zip.GZIPInputStream;
import org.suiseki.matter.Failures;
import org.suiseki.matter.MatterException;
import org.suiseki.matter.Place;
import tools.jackson.core.exc.JacksonIOException;

/**
 * The one door to files of spectra and diffraction patterns: reads every known format, plain or
 * gzipped, which it knows by the content and only in doubt by the name; finds files in folders.
 *
 * <pre>{@code
 * MeasurementFile file = MeasurementFiles.read(Path.of("scan.uxd"));
 * Measurement first = file.entries().get(0);
 * }</pre>
 *
 * Values and axes are in the units of the file. What a file does not say, such as the wavelength,
 * is left empty and never guessed. Thread-safe.
 */
public final class MeasurementFiles {
  /** The first that recognises a file reads it; the most general comes last. */
  private static final List<SpectrumReader> READERS =
      List.of(
          new MeasurementJsonReader(),
          new PlainPatternJsonReader(),
          new XrdmlReader(),
          new BrmlReader(),
          new RasxReader(),
          new BrukerRawReader(),
          new StoeRawReader(),
          new XdiReader(),
          new MsaReader(),
          new JcampReader(),
          new AthenaReader(),
          new Kek9809Reader(),
          new RasReader(),
          new UxdReader(),
          new PowderCifReader(),
          new GsasReader(),
          new GridReader(),
          new ColumnsReader());

  /** By these ends of names files are found in folders. */
  private static final Set<String> SUFFIXES =
      Set.of(
          "xy", "xye", "xys", "xyd", "txt", "csv", "tsv", "dat", "asc", "chi", "xrdml", "raw",
          "brml", "ras", "rasx", "uxd", "gsas", "gss", "gsa", "gda", "fxye", "xra", "std", "esd",
          "xdi", "prj", "msa", "jdx", "dx", "jcamp", "jsonl");

  private static final int BUFFER = 1 << 13;

  private MeasurementFiles() {}

  /**
   * All ranges of a file.
   *
   * @throws MatterException where it is none of the known formats, with what it is, or where it
   *     cannot be understood, with line and column, or the byte in a binary file
   */
  public static MeasurementFile read(Path file) {
    return UnpackedStream.reading(file, in -> read(in, file.toString()));
  }

  /** As {@link #read(Path)}; {@code source} names the stream in errors and may end in a suffix. */
  public static MeasurementFile read(InputStream in, String source) {
    try {
      BufferedInputStream content = unpacked(new BufferedInputStream(in, BUFFER));
      byte[] head = head(content, SpectrumReader.HEAD);
      for (SpectrumReader reader : READERS) {
        if (reader.recognises(head, source)) {
          return new MeasurementFile(
              reader.format(), reader.description(), reader.read(content, source));
        }
      }
      throw unknown(head, source);
    } catch (IOException e) {
      throw BoundedLines.unreadable(e, source, 0);
    }
  }

  /**
   * Hands over one range after another.
   *
   * @throws MatterException as {@link #read(Path)}
   */
  public static void each(Path file, Consumer<Measurement> to) {
    read(file).entries().forEach(to);
  }

  /**
   * Writes ranges, whole or not at all, gzipped where the name ends in {@code .gz}. Positions,
   * values and deviations read back as they were; metadata of several lines comes out on one in
   * {@code xy}, and {@code csv} holds none.
   *
   * @return what {@code xdi} and {@code msa} cannot hold, a sentence each
   * @throws MatterException where there is no range, several for a format that holds one, another
   *     kind than the format is for, or the disk refuses
   */
  public static List<String> write(Path file, List<Measurement> ranges, MeasurementFormat format) {
    List<String> losses = losses(ranges, format);
    try {
      AtomicFile.writePacked(file, out -> MeasurementOutput.write(ranges, format, out));
    } catch (IOException e) {
      throw unwritable(file, e);
    } catch (JacksonIOException e) {
      throw unwritable(file, Objects.requireNonNullElseGet(e.getCause(), () -> new IOException(e)));
    }
    return losses;
  }

  /**
   * What {@link #write} would leave out, a sentence each.
   *
   * @throws MatterException where it would refuse
   */
  public static List<String> losses(List<Measurement> ranges, MeasurementFormat format) {
    return MeasurementOutput.losses(ranges, format);
  }

  /**
   * What {@link #write} would write. The bytes of several calls one after another are a file too
   * where the format {@link MeasurementFormat#holdsSeveral}.
   *
   * @throws MatterException where it would refuse
   */
  public static byte[] bytes(List<Measurement> ranges, MeasurementFormat format) {
    losses(ranges, format);
    ByteArrayOutputStream out = new ByteArrayOutputStream(1 << 15);
    try {
      MeasurementOutput.write(ranges, format, out);
    } catch (IOException e) {
      throw new UncheckedIOException("Memory is no disk.", e);
    }
    return out.toByteArray();
  }

  /** Says that a file could not be written. */
  public static MatterException unwritable(Path file, IOException e) {
    return new MatterException(
        "The file cannot be written: " + Failures.reason(e) + ".",
        Place.of(file.toString()),
        "Check the folder, its permissions and the space on the disk.",
        e);
  }

  /**
   * The files that these lead to, as {@link CrystalFiles#find}: of folders all files whose names
   * end as those of spectra and patterns do. Files named {@code .cif} are left out there, as most
   * hold structures alone; name them or give a glob.
   */
  public static FoundFiles find(List<String> pathsOrGlobs) {
    return new CrystalSearch(MeasurementFiles::isNamedLikeOne).find(pathsOrGlobs);
  }

  private static boolean isNamedLikeOne(Path file) {
    String name = FileName.of(file.toString()).toLowerCase(Locale.ROOT);
    String plain = name.endsWith(".gz") ? name.substring(0, name.length() - 3) : name;
    return SUFFIXES.contains(plain.substring(plain.lastIndexOf('.') + 1))
        && plain.indexOf('.') >= 0
        && !AtomicFile.isTemporary(file);
  }

  /** Out of gzip, and past the byte order mark of UTF-8. */
  private static BufferedInputStream unpacked(BufferedInputStream in) throws IOException {
    byte[] first = head(in, 2);
    boolean gzipped = first.length == 2 && first[0] == 0x1f && (first[1] & 0xFF) == 0x8b;
    BufferedInputStream content =
        gzipped ? new BufferedInputStream(new GZIPInputStream(in, 1 << 16), 1 << 16) : in;
    byte[] mark = head(content, 3);
    if (mark.length == 3
        && (mark[0] & 0xFF) == 0xEF
        && (mark[1] & 0xFF) == 0xBB
        && (mark[2] & 0xFF) == 0xBF) {
      content.skipNBytes(3);
    }
    return content;
  }

  private static byte[] head(BufferedInputStream in, int most) throws IOException {
    in.mark(most);
    byte[] head = in.readNBytes(most);
    in.reset();
    return head;
  }

  private static MatterException unknown(byte[] head, String source) {
    String text = new String(head, StandardCharsets.UTF_8);
    if (text.isBlank()) {
      return new MatterException(
          "The file is empty.",
          Place.of(source),
          "Give a file with a spectrum; was it saved and copied whole?");
    }
    return new MatterException(
        "This is " + instead(head, text) + ", not a file of a spectrum or diffraction pattern.",
        Place.of(source),
        known());
  }

  private static String instead(byte[] head, String text) {
    Optional<String> binary = BinaryKind.of(head).map(BinaryKind::text);
    if (binary.isPresent()) {
      return binary.get();
    }
    if (head.length > 1 && (head[0] & 0xFF) + (head[1] & 0xFF) == 0xFE + 0xFF) {
      return "text in UTF-16 (save it as UTF-8)";
    }
    return CrystalContent.isBinary(head)
        ? "a binary file of an unknown kind"
        : CrystalContent.described(text);
  }

  private static String known() {
    return "Known are: "
        + READERS.stream().map(SpectrumReader::description).collect(Collectors.joining("; "))
        + ".";
  }
}
