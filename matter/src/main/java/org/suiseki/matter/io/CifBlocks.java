package org.suiseki.matter.io;

import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.suiseki.matter.Place;

/**
 * Puts the tokens of a CIF together to data blocks, each handed over when it ends. Of a block only
 * the columns of {@link CifTag} are held; a loop without any of them is passed over.
 */
final class CifBlocks {
  private final CifTokens tokens;
  private final CifWarnings warnings;
  private final String source;
  private final Consumer<CifBlock> whenRead;

  private CifBlock block;
  private boolean inFrame;

  /** Of a data name that waits for its value: whether one does, and where the value goes. */
  private boolean waiting;

  private int waitingLine;
  private @Nullable CifColumn item;

  /** The line where a value without quotes ended that belongs to no loop. */
  private int lastItemLine;

  private @Nullable CifColumn lastItem;

  private @Nullable CifLoop loop;

  CifBlocks(BoundedLines lines, String source, CifWarnings warnings, Consumer<CifBlock> whenRead) {
    this.tokens = new CifTokens(lines, source, warnings);
    this.source = source;
    this.warnings = warnings;
    this.whenRead = whenRead;
    this.block = new CifBlock("", Place.line(source, 1));
  }

  /** Reads to the end. */
  void read() {
    CifTokens.Kind kind = tokens.next();
    while (kind != CifTokens.Kind.END) {
      if (inFrame && kind != CifTokens.Kind.SAVE && kind != CifTokens.Kind.DATA) {
        kind = tokens.next();
        continue;
      }
      switch (kind) {
        case VALUE -> value();
        case TAG -> tag();
        case LOOP -> {
          finish();
          loop = new CifLoop(tokens, source, warnings);
        }
        case DATA -> data();
        case SAVE -> {
          finish();
          inFrame = tokens.length() > 0;
        }
        case STOP, GLOBAL -> finish();
        case END -> throw new IllegalStateException("handled above");
      }
      kind = tokens.next();
    }
    endBlock();
  }

  private void data() {
    if (waiting && tokens.line() == waitingLine) {
      value();
      return;
    }
    endBlock();
    inFrame = false;
    block = new CifBlock(tokens.text(), Place.line(source, tokens.line()));
  }

  private void endBlock() {
    finish();
    if (block.written()) {
      whenRead.accept(block);
    }
  }

  /** Ends what may still wait for values. */
  private void finish() {
    if (waiting && item != null) {
      warnings.add("The data name in line " + waitingLine + " has no value.");
    }
    waiting = false;
    lastItemLine = 0;
    tokens.keepFields = false;
    if (loop != null) {
      loop.finish();
      loop = null;
    }
  }

  private void tag() {
    if (loop != null && loop.inHeader()) {
      loop.addColumn(column(true));
      return;
    }
    finish();
    item = column(false);
    waiting = true;
    waitingLine = tokens.line();
    tokens.keepFields = item != null;
  }

  /** Where the values of the current data name go; null where they are not wanted. */
  private @Nullable CifColumn column(boolean inLoop) {
    if (!block.written() && block.name().isEmpty()) {
      warnings.add("No data_ line stands before the first data name.");
    }
    String normal = CifTag.normal(tokens);
    block.note(normal);
    Optional<CifTag> tag = CifTag.of(normal);
    if (tag.isEmpty()) {
      return null;
    }
    Optional<CifColumn> before = block.named(tag.get());
    if (before.isPresent()) {
      // Another name for the same is no fault: newer dictionaries rename, and files give both.
      if (before.get().name().equalsIgnoreCase(tokens.text())) {
        warnings.add(
            tokens.text() + " is given again in line " + tokens.line() + "; the first is used.");
      }
      return null;
    }
    CifColumn column = new CifColumn(tokens.text(), tag.get(), source);
    block.put(tag.get(), column);
    return column;
  }

  private void value() {
    if (loop != null) {
      loop.add();
    } else if (waiting) {
      waiting = false;
      if (item != null) {
        item.add(tokens);
      }
      lastItem = item;
      lastItemLine = tokens.line();
      tokens.keepFields = false;
    } else if (tokens.line() == lastItemLine) {
      if (lastItem != null) {
        lastItem.extend(tokens, " ");
        warnings.add(
            "The value of "
                + lastItem.name()
                + " in line "
                + lastItemLine
                + " has blanks and no quotes.");
      }
    } else {
      warnings.add("The text in line " + tokens.line() + " belongs to no data name.");
    }
  }
}
