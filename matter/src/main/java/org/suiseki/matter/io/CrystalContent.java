package org.suiseki.matter.io;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.StringTokenizer;
import java.util.regex.Pattern;
import org.suiseki.matter.MatterException;
import org.suiseki.matter.Place;

/** What a file of crystals holds, told from its head and only in doubt from its name. */
enum CrystalContent {
  CIF,
  POSCAR,
  EXTENDED_XYZ,
  /** Whichever of the formats in JSON. */
  JSON,
  TABLE;

  private static final Pattern CIF_START =
      Pattern.compile(
          "(?im)^[ \t]{0,80}(data_\\S|global_\\s|loop_\\s|#\\\\#CIF_"
              + "|_(cell|atom_site|symmetry|space_group)[_.])");

  private static final Pattern COUNT = Pattern.compile("\\s*\\d{1,10}\\s*");

  private static final Pattern XYZ_PAIRS =
      Pattern.compile("\\b(lattice|properties) {0,9}=", Pattern.CASE_INSENSITIVE);

  private static final Pattern XYZ_ATOM =
      Pattern.compile("\\s*[A-Za-z]{1,3}\\d*(\\s+[-+.\\dEe]+){3}(\\s.*)?");

  /** Symbols, or in VASP 4 counts. */
  private static final Pattern POSCAR_SPECIES =
      Pattern.compile("\\s*(\\d+|[A-Z][a-z]?([_/.\\d]\\S*)?)(\\s.*)?");

  /** So many lines tell a POSCAR. */
  private static final int FEW = 6;

  /** Other files that people give, each with what it is. */
  private static final List<Other> OTHERS =
      List.of(
          new Other("a web page", "(?is)\\s*<(!doctype )?html.*"),
          new Other("an XML file", "(?s)\\s*<[?!a-zA-Z].*"),
          new Other(
              "a spectrum or pattern in JSON",
              "(?s)\\s*\\{.{0,4000}(\"axis\"\\s*:\\s*\\{|\"two_theta_values\").*"),
          new Other("a spectrum in JCAMP-DX", "(?is)\\s*##\\s*(title|jcamp).*"),
          new Other("a spectrum in EMSA/MSA", "(?is)\\s*#format\\s*:\\s*ems.*"),
          new Other("a molfile or SDF of molecules", "(?s)([^\\n]*\\n){3}[^\\n]*V[23]000.*"),
          new Other("a PDB file", "(?s)(HEADER|TITLE |REMARK|CRYST1|ATOM  |HETATM).*"),
          new Other("input of Quantum ESPRESSO", "(?is)\\s*&(control|system)\\b.*"),
          new Other("a CASTEP cell file", "(?is).{0,400}%block\\s+lattice.*"),
          new Other(
              "an XSF file", "(?is)(\\s*#[^\\n]*\\n)*\\s*(crystal|slab|primvec|animsteps)\\b.*"),
          new Other("a SHELX file", "(?s)TITL\\s.*\\nCELL\\s.*"),
          new Other("a LAMMPS data file", "(?s).{0,2000}\\batoms\\s*\\n.*\\bxlo xhi\\b.*"),
          new Other("a YAML file", "(?s)(---|[A-Za-z_]+:)\\s*\\n.*"),
          new Other("a program or script", "(?s)#!.*"));

  private record Other(String what, Pattern pattern) {
    Other(String what, String pattern) {
      this(what, Pattern.compile(pattern));
    }
  }

  /**
   * Looks at the head of a stream and takes nothing of it.
   *
   * @throws MatterException where it is something else, with what it is
   */
  static CrystalContent of(UnpackedStream in) {
    byte[] bytes = in.head(UnpackedStream.LONGEST_HEAD);
    Place place = Place.of(in.source());
    if (isBinary(bytes)) {
      throw new MatterException("This is a binary file, not text.", place, CrystalFormat.known());
    }
    String head = new String(bytes, StandardCharsets.UTF_8);
    if (head.isBlank()) {
      throw new MatterException(
          "The file is empty.",
          place,
          "Give a file with a crystal; was it saved and copied whole?");
    }
    Optional<CrystalContent> told = told(head);
    if (told.isPresent()) {
      return told.get();
    }
    Optional<String> other = other(head);
    Optional<CrystalContent> named = other.isEmpty() ? named(in.source()) : Optional.empty();
    Optional<String> columns = columns(head);
    if (named.isPresent() && (named.get() != TABLE || columns.isEmpty())) {
      return named.get();
    }
    throw new MatterException(
        "This is " + other.or(() -> columns).orElse(unknown(head)) + ", not a file of crystals.",
        place,
        CrystalFormat.known());
  }

  /** What a text holds by its head, with its article, for a sentence. */
  static String described(String head) {
    Optional<String> other = other(head);
    if (other.isPresent()) {
      return other.get();
    }
    Optional<CrystalContent> told = told(head);
    return told.isEmpty()
        ? columns(head).orElse(unknown(head))
        : switch (told.get()) {
          case CIF -> "a CIF";
          case POSCAR -> "a POSCAR of a crystal";
          case EXTENDED_XYZ -> "an XYZ file of atoms";
          case JSON -> "JSON";
          case TABLE -> "a table of crystals";
        };
  }

  /** Whether a text with rows of numbers is one of atoms by its head. */
  static boolean isAtoms(String head) {
    List<String> lines = lines(head);
    return isPoscar(lines)
        || isXyz(lines)
        || head.indexOf('_') >= 0 && CIF_START.matcher(head).find();
  }

  private static Optional<CrystalContent> told(String head) {
    List<String> lines = lines(head);
    if (isPoscar(lines)) {
      return Optional.of(POSCAR);
    }
    char first = head.strip().charAt(0);
    boolean measured = MeasurementJsonReader.isOne(head) || PlainPatternJsonReader.isOne(head);
    if ((first == '{' || first == '[') && !measured) {
      return Optional.of(JSON);
    }
    if (isXyz(lines)) {
      return Optional.of(EXTENDED_XYZ);
    }
    if (CIF_START.matcher(head).find()) {
      return Optional.of(CIF);
    }
    return CrystalTableReader.isOne(head) ? Optional.of(TABLE) : Optional.empty();
  }

  /** The first few, without their ends. */
  private static List<String> lines(String head) {
    List<String> lines = new ArrayList<>(FEW);
    int from = 0;
    while (lines.size() < FEW && from < head.length()) {
      int to = from;
      while (to < head.length() && head.charAt(to) != '\n' && head.charAt(to) != '\r') {
        to++;
      }
      lines.add(head.substring(from, to));
      boolean pair = to + 1 < head.length() && head.startsWith("\r\n", to);
      from = to + (pair ? 2 : 1);
    }
    return lines;
  }

  /** Also of molecules, to which the reader has its own answer. */
  private static boolean isXyz(List<String> lines) {
    return lines.size() > 1
        && COUNT.matcher(lines.get(0)).matches()
        && (XYZ_PAIRS.matcher(lines.get(1)).find()
            || (lines.size() > 2 && XYZ_ATOM.matcher(lines.get(2)).matches()));
  }

  private static boolean isPoscar(List<String> lines) {
    if (lines.size() < FEW || numbers(lines.get(1)) == 0) {
      return false;
    }
    for (int i = 2; i < 5; i++) {
      if (numbers(lines.get(i)) < 3) {
        return false;
      }
    }
    return POSCAR_SPECIES.matcher(lines.get(5)).matches();
  }

  /** How many numbers the line begins with, up to twenty. */
  private static int numbers(String line) {
    StringTokenizer words = new StringTokenizer(line, " \t,;");
    int count = 0;
    while (count < 20 && words.hasMoreTokens() && startsNumber(words.nextToken())) {
      count++;
    }
    return count;
  }

  private static boolean startsNumber(String word) {
    return (word.charAt(0) < 'A' || word.charAt(0) == 'N') && DecimalNumber.isNumber(word);
  }

  private static Optional<String> other(String head) {
    String start = head.substring(0, Math.min(head.length(), 4000));
    for (Other other : OTHERS) {
      if (other.pattern().matcher(start).matches()) {
        return Optional.of(other.what());
      }
    }
    return Optional.empty();
  }

  private static Optional<String> columns(String head) {
    String[] lines = head.split("\\R", 40);
    int columns = numbers(lines[Math.max(0, lines.length - 2)]);
    return columns >= 1 && lines.length > 2
        ? Optional.of(columns + " column(s) of numbers, as of a spectrum or pattern")
        : Optional.empty();
  }

  private static Optional<CrystalContent> named(String source) {
    return CrystalFormat.ofFileName(FileName.of(source))
        .map(format ->
            switch (format) {
              case CIF -> CIF;
              case POSCAR -> POSCAR;
              case EXTENDED_XYZ -> EXTENDED_XYZ;
              case JSON_LINES, PYMATGEN, OPTIMADE, JARVIS -> JSON;
              case TABLE -> TABLE;
            });
  }

  static boolean isBinary(byte[] bytes) {
    int odd = 0;
    for (byte b : bytes) {
      if (b == 0) {
        return true;
      }
      odd += b >= 0 && b < 32 && b != '\t' && b != '\n' && b != '\r' && b != '\f' ? 1 : 0;
    }
    return odd > bytes.length / 20;
  }

  private static String unknown(String head) {
    return "text that begins with '" + Shown.text(head.strip().split("\\R", 2)[0]) + "'";
  }
}
