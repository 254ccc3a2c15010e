package org.suiseki.matter;

import java.io.IOException;
import java.io.ObjectOutputStream;
import java.io.OutputStream;
import org.bytedeco.javacpp.Pointer;
import org.suiseki.learn.Progress;

/** Breaks the rules of the house on purpose, so that a test can see them noticed. Never run. */
public final class Trespasser {
  private Trespasser() {}

  /** An arrow the wrong way. */
  static boolean listenToLearn(Progress progress) {
    return progress.cancelled();
  }

  static void serialize(OutputStream out, Object thing) throws IOException {
    new ObjectOutputStream(out).writeObject(thing);
  }

  static long touchNativeMemory(Pointer pointer) {
    return pointer.address();
  }

  static void printAndLeave() {
    System.out.println("Leaving.");
    System.exit(1);
  }
}
