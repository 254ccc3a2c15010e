package org.suiseki.matter;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.openscience.cdk.aromaticity.Aromaticity;
import org.openscience.cdk.graph.Cycles;
import org.openscience.cdk.interfaces.IAtomContainer;
import org.openscience.cdk.tools.manipulator.AtomContainerManipulator;

/**
 * The unit that an endless polymer chain repeats: SMILES with two {@code *} where it is joined to
 * its like, {@code *CC(*)c1ccccc1}. Immutable.
 *
 * <p>Where the chain is cut into units, and in which direction it is written, makes no difference:
 * {@code *CCO*}, {@code *OCC*} and {@code *COC*} are equal. How long the unit is does: {@code *CC*}
 * and {@code *CCCC*} are not equal, as {@code Fe2O3} and {@code Fe4O6} are not; {@link #smallest}
 * gives {@code *C*} for both.
 *
 * <pre>{@code
 * RepeatUnit styrene = RepeatUnit.parse("*CC(*)c1ccccc1");
 * styrene.composition().formula();   // C8H8
 * styrene.chain(3);                  // the trimer with hydrogens at its ends
 * }</pre>
 *
 * <p>Limits: the chain is linear, its units are all alike and joined head to tail. What forms a
 * network or a ladder has more than two marks and is refused. Tacticity is what the stereo signs in
 * the unit say; without them it is not known.
 */
public final class RepeatUnit {
  private static final int MOST_ATOMS = 1000;

  private final IAtomContainer marked;
  private final Joint joint;
  private final MolecularGraph graph;
  private volatile @Nullable String smiles;

  private RepeatUnit(IAtomContainer marked, Joint joint) {
    this.marked = marked;
    this.joint = joint;
    this.graph = MolecularGraph.of(marked, Optional.of(joint));
  }

  /**
   * Reads SMILES with two marks, written {@code *}, {@code [*]}, {@code [*:1]} or {@code [1*]};
   * numbers in them mean nothing. Fragments without marks, such as counterions, may follow dots.
   *
   * @throws MatterException where it cannot be read, with the column in the SMILES where that is
   *     known, or has not two marks, each on one bond, of equal orders and joined by a chain
   */
  public static RepeatUnit parse(String smiles) {
    String text = smiles.strip();
    if (text.length() > 20 * MOST_ATOMS) {
      throw new MatterException(
          "The repeat unit has " + text.length() + " characters.",
          "Give a unit of at most " + MOST_ATOMS + " atoms.");
    }
    IAtomContainer graph = AtomContainerManipulator.suppressHydrogens(SmilesReader.read(text));
    Joint joint = RepeatUnitMarks.of(text, graph);
    if (graph.getAtomCount() > MOST_ATOMS) {
      throw new MatterException(
          "The repeat unit has " + graph.getAtomCount() + " atoms.",
          "Give a unit of at most " + MOST_ATOMS + " atoms.");
    }
    return of(graph, joint);
  }

  /** Takes over a graph whose marks are checked. */
  private static RepeatUnit of(IAtomContainer graph, Joint joint) {
    Cycles.markRingAtomsAndBonds(graph);
    perceiveAromaticity(graph, joint);
    return new RepeatUnit(graph, joint);
  }

  /** Marks are for the while what the chain has there, since double bonds to atoms count. */
  private static void perceiveAromaticity(IAtomContainer graph, Joint joint) {
    joint.first().setAtomicNumber(joint.lastAtom().getAtomicNumber());
    joint.last().setAtomicNumber(joint.firstAtom().getAtomicNumber());
    Aromaticity.apply(Aromaticity.Model.Daylight, graph);
    joint.first().setAtomicNumber(0);
    joint.last().setAtomicNumber(0);
  }

  /**
   * Canonical: the same wherever the chain is cut and in whichever direction it is written. Cuts
   * are made at single bonds outside rings where there are any. With stereochemistry and isotopes,
   * see {@link CanonicalSmiles}.
   *
   * <p>Found when first asked for, at a cost of about one canonical SMILES for each bond of the
   * chain that may be cut.
   */
  public String smiles() {
    String found = smiles;
    if (found == null) {
      found = CanonicalSmiles.of(pieces().canonical());
      smiles = found;
    }
    return found;
  }

  /** The shortest unit of the same chain, {@code *C*} of {@code *CCCC*}. */
  public RepeatUnit smallest() {
    ChainPieces pieces = pieces();
    return pieces.repeats() == 1 ? this : parse(CanonicalSmiles.of(pieces.smallest()));
  }

  /** Atoms of one unit, hydrogens included, and its charge; isotopes count as their element. */
  public Composition composition() {
    return graph.composition();
  }

  /** Atoms other than hydrogen in one unit. */
  public int heavyAtomCount() {
    Composition composition = composition();
    return (int) (composition.total() - composition.amount(Element.H));
  }

  /** Atoms and bonds of one unit of the endless chain. */
  public MolecularGraph graph() {
    return graph;
  }

  /**
   * A molecule of some units, joined head to tail, with hydrogen at both ends.
   *
   * @throws MatterException where it has no units, or becomes larger than a {@link Molecule} may be
   */
  public Molecule chain(int units) {
    IAtomContainer chain = marked.getBuilder().newAtomContainer();
    Joint ends = append(chain, checked(units));
    Joint.cap(chain, ends.first());
    Joint.cap(chain, ends.last());
    return Molecule.of(chain);
  }

  /**
   * A ring of some units, so that there are no ends. What looks at neighbourhoods smaller than the
   * ring sees an endless chain; what looks for rings or for aromaticity sees the large ring too,
   * unlike {@link #graph}.
   *
   * @throws MatterException where the ring would have fewer than three members, or it becomes
   *     larger than a {@link Molecule} may be
   */
  public Molecule cyclic(int units) {
    int members = checked(units) * backboneLength();
    if (members < 3) {
      throw new MatterException(
          "A ring of " + units + " units " + smiles() + " has " + members + " members.",
          "Take at least " + (int) Math.ceil(3.0 / backboneLength()) + " units.");
    }
    IAtomContainer ring = marked.getBuilder().newAtomContainer();
    append(ring, units).close(ring);
    return Molecule.of(ring);
  }

  /** Atoms on the shortest way along the chain through one unit. */
  public int backboneLength() {
    return graph.backboneLength();
  }

  /**
   * A drawing of one unit with its marks as an SVG element for use inside a page, see {@link
   * MoleculeDrawing}.
   *
   * @param width of the drawing, in pixels
   * @param height of the drawing, in pixels
   */
  public String svg(int width, int height) {
    return MoleculeDrawing.svg(copy(marked), smiles(), width, height);
  }

  private ChainPieces pieces() {
    IAtomContainer copy = marked.getBuilder().newAtomContainer();
    Joint marks = append(copy, 1);
    return ChainPieces.of(copy, marks);
  }

  private int checked(int units) {
    if (units < 1 || (long) units * composition().total() > MOST_ATOMS) {
      throw new MatterException(
          "A chain of " + units + " units " + smiles() + " is asked for.",
          "Take at least one unit, and at most " + MOST_ATOMS + " atoms.");
    }
    return units;
  }

  /** Adds copies joined head to tail; what it returns marks their ends. */
  private Joint append(IAtomContainer chain, int units) {
    Optional<Joint> ends = Optional.empty();
    for (int i = 0; i < units; i++) {
      int offset = chain.getAtomCount();
      chain.add(copy(marked));
      Joint unit =
          new Joint(
              chain.getAtom(offset + joint.first().getIndex()),
              chain.getAtom(offset + joint.last().getIndex()));
      if (ends.isPresent()) {
        new Joint(unit.first(), ends.get().last()).close(chain);
        ends = Optional.of(new Joint(ends.get().first(), unit.last()));
      } else {
        ends = Optional.of(unit);
      }
    }
    return ends.orElseThrow();
  }

  private static IAtomContainer copy(IAtomContainer graph) {
    try {
      return graph.clone();
    } catch (CloneNotSupportedException e) {
      throw new IllegalStateException("Every CDK graph can be copied", e);
    }
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof RepeatUnit that && smiles().equals(that.smiles());
  }

  @Override
  public int hashCode() {
    return smiles().hashCode();
  }

  @Override
  public String toString() {
    return smiles();
  }
}
