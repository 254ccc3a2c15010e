package org.suiseki.describe.molecule;
import java.util.*;
import java.nio.file.*;
import org.suiseki.matter.*;
import org.suiseki.describe.*;
public class Dump {
  public static void main(String[] a) throws Exception {
    List<Descriptor<Molecule>> ds = new ArrayList<>();
    for (String n : a[1].split(",")) ds.add(MoleculeDescriptors.named(n));
    for (String line : Files.readAllLines(Path.of(a[0]))) {
      Molecule g;
      try { g = Molecule.fromSmiles(line); } catch (MatterException e) { continue; }
      StringBuilder b = new StringBuilder(line);
      for (Descriptor<Molecule> d : ds) {
        double[] out = new double[d.width()];
        d.describe(g, out, 0);
        b.append("\t");
        for (int i = 0; i < out.length; i++) if (out[i] != 0) b.append(i).append(':').append(out[i]).append(' ');
      }
      System.out.println(b);
    }
  }
}
