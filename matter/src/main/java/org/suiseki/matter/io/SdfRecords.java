package org.suiseki.matter.io;

import java.io.IOException;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.openscience.cdk.exception.CDKException;
import org.openscience.cdk.interfaces.IAtomContainer;
import org.openscience.cdk.io.DefaultChemObjectReader;
import org.openscience.cdk.io.MDLV2000Reader;
import org.openscience.cdk.io.MDLV3000Reader;
import org.openscience.cdk.silent.SilentChemObjectBuilder;
import org.suiseki.matter.MatterException;
import org.suiseki.matter.Molecule;
import org.suiseki.matter.Place;

/**
 * The records of an SDF, each ended by {@code $$$$}; of each the molfile is read and the data
 * fields are not.
 */
final class SdfRecords {
  private static final String MOLFILE_END = "M  END";
  private static final String RECORD_END = "$$$$";
  private static final int LONGEST_RECORD = 16 << 20;

  private final BoundedLines lines;
  private final String source;

  SdfRecords(BoundedLines lines, String source) {
    this.lines = lines;
    this.source = source;
  }

  List<Molecule> read() {
    List<Molecule> molecules = new ArrayList<>();
    StringBuilder record = new StringBuilder();
    int start = 1;
    for (Optional<String> line = lines.next(); line.isPresent(); line = lines.next()) {
      if (line.get().startsWith(RECORD_END)) {
        molecules.add(molecule(record.toString(), Place.line(source, start)));
        record.setLength(0);
        start = lines.line() + 1;
      } else {
        append(record, line.get(), start);
      }
    }
    if (!record.toString().isBlank()) {
      molecules.add(molecule(record.toString(), Place.line(source, start)));
    }
    return molecules;
  }

  private void append(StringBuilder record, String line, int start) {
    if (record.length() + line.length() > LONGEST_RECORD) {
      throw new MatterException(
          "The record is longer than 16 MiB.", Place.line(source, start), "Is this an SDF file?");
    }
    record.append(line).append('\n');
  }

  private static Molecule molecule(String record, Place place) {
    int end = record.indexOf(MOLFILE_END);
    if (end < 0) {
      throw new MatterException(
          "The record has no line '" + MOLFILE_END + "'; it is cut off or no molfile.",
          place,
          "Give a whole SDF file.");
    }
    String molfile = record.substring(0, end) + MOLFILE_END + "\n";
    try (DefaultChemObjectReader reader = reader(molfile)) {
      IAtomContainer graph = reader.read(SilentChemObjectBuilder.getInstance().newAtomContainer());
      return Molecule.of(graph);
    } catch (CDKException | IOException | IllegalArgumentException | IndexOutOfBoundsException e) {
      // CDK's readers let through what parsing a damaged number or a short line throws.
      throw new MatterException(
          "The record cannot be read: " + e.getMessage() + ".", place, "Correct the molfile.", e);
    } catch (MatterException e) {
      throw new MatterException(e.what(), place, e.mend(), e);
    }
  }

  private static DefaultChemObjectReader reader(String molfile) {
    StringReader text = new StringReader(molfile);
    return molfile.contains("V3000") ? new MDLV3000Reader(text) : new MDLV2000Reader(text);
  }
}
