package org.suiseki.matter.io;

import java.io.InputStream;
import java.util.List;

/** Reads one format of spectra and diffraction patterns. Without state, safe in many threads. */
interface SpectrumReader {

  /** How much of the beginning of a file {@link #recognises} may look at. */
  int HEAD = 4096;

  /** The name at the command line and in {@code read --json}, such as {@code xrdml}. */
  String format();

  /** For a list of what is known, such as {@code XRDML of PANalytical}. */
  String description();

  /**
   * Whether a file is of this format, by its content.
   *
   * @param head the first {@link #HEAD} bytes, or all
   * @param source the file's name, where the content leaves it open
   */
  boolean recognises(byte[] head, String source);

  /**
   * All ranges of a file; at least one.
   *
   * @throws org.suiseki.matter.MatterException with line and column, or the byte in a binary file
   */
  List<Measurement> read(InputStream in, String source);
}
