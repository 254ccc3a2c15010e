package org.suiseki.matter;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.openscience.cdk.exception.InvalidSmilesException;
import org.openscience.cdk.interfaces.IAtomContainer;
import org.openscience.cdk.silent.SilentChemObjectBuilder;
import org.openscience.cdk.smiles.SmilesParser;

/** SMILES read by CDK, with errors that name the column, and without its leniency. */
final class SmilesReader {
  /** What CDK passes over in silence: bonds and dots that lead nowhere, empty branches, a title. */
  private static final Pattern DANGLING =
      Pattern.compile("^[-=#$:/\\\\.]|[-=#$:/\\\\.](?=[).]|$)|\\(\\)|\\s");

  /**
   * Kept, since each new one looks for logging classes in every jar, three times as long as it
   * reads.
   */
  private static final ThreadLocal<SmilesParser> PARSERS =
      ThreadLocal.withInitial(() -> new SmilesParser(SilentChemObjectBuilder.getInstance()));

  private static final String MEND =
      "Correct the SMILES; brackets, ring numbers and branches come in pairs.";

  private SmilesReader() {}

  /**
   * @throws MatterException where the text is no SMILES
   */
  static IAtomContainer read(String text) {
    if (text.isEmpty()) {
      throw new MatterException("The SMILES is empty.", "Write at least one atom.");
    }
    Matcher dangling = DANGLING.matcher(text);
    if (dangling.find()) {
      String reason = "'" + dangling.group() + "' leads to no atom";
      throw new MatterException(what(text, dangling.start() + 1, reason), MEND);
    }
    try {
      return PARSERS.get().parseSmiles(text);
    } catch (InvalidSmilesException e) {
      throw broken(text, e);
    }
  }

  /** CDK's message has three lines: the reason, the SMILES, and a caret under the place. */
  private static MatterException broken(String text, InvalidSmilesException error) {
    List<String> lines = String.valueOf(error.getMessage()).lines().toList();
    String reason =
        lines.get(0).replaceFirst("^could not parse '.*', ", "").replaceFirst("[:, ]+$", "");
    int column = lines.size() > 2 ? lines.get(2).indexOf('^') + 1 : 0;
    return new MatterException(what(text, column, reason), null, MEND, error);
  }

  private static String what(String text, int column, String reason) {
    String at = column > 0 ? " at column " + column : "";
    return "The SMILES '" + text + "' cannot be read" + at + ": " + reason + ".";
  }
}
