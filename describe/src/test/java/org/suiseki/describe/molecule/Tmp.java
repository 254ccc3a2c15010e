package org.suiseki.describe.molecule;
import java.util.*;
import java.nio.file.*;
import org.suiseki.matter.*;
public class Tmp {
  public static void main(String[] a) throws Exception {
    for (String line : Files.readAllLines(Path.of(a[0]))) {
      if (line.contains("*")) continue;
      MolecularGraph g = Molecule.fromSmiles(line).graph();
      StringBuilder b = new StringBuilder(line);
      for (AtomKinds k : AtomKinds.values()) {
        double[] out = new double[2048];
        new FoldedFingerprint("x", new AtomNeighbourhoods(3, k), 2048, FoldedFingerprint.Values.COUNTS).describe(g, out, 0);
        b.append("\t");
        for (int i = 0; i < 2048; i++) if (out[i] > 0) b.append(i).append(':').append((int) out[i]).append(' ');
      }
      System.out.println(b);
    }
  }
}
