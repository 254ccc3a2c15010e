package org.suiseki.matter.io;

import java.util.Arrays;
import java.util.Optional;

/** Files that people take for text by mistake, told by their first bytes. */
enum BinaryKind {
  PDF("a PDF document", '%', 'P', 'D', 'F'),
  PNG("a PNG image", 0x89, 'P', 'N', 'G'),
  JPEG("a JPEG image", 0xFF, 0xD8, 0xFF),
  TIFF("a TIFF image", 'I', 'I', '*', 0),
  ZIP("a zip archive (as .xlsx and .docx files are)", 'P', 'K', 3, 4),
  HDF5("an HDF5 file", 0x89, 'H', 'D', 'F'),
  OLE("an old Excel or Word file", 0xD0, 0xCF, 0x11, 0xE0),
  DM3("a DigitalMicrograph file", 0, 0, 0, 3),
  DM4("a DigitalMicrograph file", 0, 0, 0, 4),
  BZIP2("a bzip2 archive", 'B', 'Z', 'h'),
  XZ("an xz archive", 0xFD, '7', 'z', 'X'),
  ZSTANDARD("a Zstandard archive", 0x28, 0xB5, 0x2F, 0xFD),
  SEVEN_ZIP("a 7-Zip archive", '7', 'z', 0xBC, 0xAF),
  PARQUET("a Parquet file", 'P', 'A', 'R', '1'),
  NUMPY("an array of NumPy", 0x93, 'N', 'U', 'M'),
  SQLITE("an SQLite database", 'S', 'Q', 'L', 'i'),
  PROGRAM("a program", 0x7F, 'E', 'L', 'F');

  /** So many bytes tell every kind. */
  static final int LONGEST = 4;

  private final String text;
  private final int[] magic;

  BinaryKind(String text, int... magic) {
    this.text = text;
    this.magic = magic;
  }

  /** With its article, for a sentence. */
  String text() {
    return text;
  }

  /** The kind of a file that begins with these bytes; empty where it may be text. */
  static Optional<BinaryKind> of(byte[] first) {
    return Arrays.stream(values()).filter(kind -> kind.begins(first)).findFirst();
  }

  private boolean begins(byte[] first) {
    for (int i = 0; i < magic.length; i++) {
      if (i >= first.length || (first[i] & 0xFF) != magic[i]) {
        return false;
      }
    }
    return true;
  }
}
