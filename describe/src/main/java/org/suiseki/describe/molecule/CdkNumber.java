package org.suiseki.describe.molecule;

import java.util.List;
import java.util.Set;
import org.openscience.cdk.exception.CDKException;
import org.openscience.cdk.qsar.IMolecularDescriptor;
import org.openscience.cdk.qsar.descriptors.molecular.ALOGPDescriptor;
import org.openscience.cdk.qsar.descriptors.molecular.APolDescriptor;
import org.openscience.cdk.qsar.descriptors.molecular.AcidicGroupCountDescriptor;
import org.openscience.cdk.qsar.descriptors.molecular.AromaticAtomsCountDescriptor;
import org.openscience.cdk.qsar.descriptors.molecular.AromaticBondsCountDescriptor;
import org.openscience.cdk.qsar.descriptors.molecular.AtomCountDescriptor;
import org.openscience.cdk.qsar.descriptors.molecular.AutocorrelationDescriptorCharge;
import org.openscience.cdk.qsar.descriptors.molecular.AutocorrelationDescriptorMass;
import org.openscience.cdk.qsar.descriptors.molecular.AutocorrelationDescriptorPolarizability;
import org.openscience.cdk.qsar.descriptors.molecular.BCUTDescriptor;
import org.openscience.cdk.qsar.descriptors.molecular.BPolDescriptor;
import org.openscience.cdk.qsar.descriptors.molecular.BasicGroupCountDescriptor;
import org.openscience.cdk.qsar.descriptors.molecular.BondCountDescriptor;
import org.openscience.cdk.qsar.descriptors.molecular.CarbonTypesDescriptor;
import org.openscience.cdk.qsar.descriptors.molecular.ChiChainDescriptor;
import org.openscience.cdk.qsar.descriptors.molecular.ChiClusterDescriptor;
import org.openscience.cdk.qsar.descriptors.molecular.ChiPathClusterDescriptor;
import org.openscience.cdk.qsar.descriptors.molecular.ChiPathDescriptor;
import org.openscience.cdk.qsar.descriptors.molecular.EccentricConnectivityIndexDescriptor;
import org.openscience.cdk.qsar.descriptors.molecular.FMFDescriptor;
import org.openscience.cdk.qsar.descriptors.molecular.FractionalCSP3Descriptor;
import org.openscience.cdk.qsar.descriptors.molecular.FractionalPSADescriptor;
import org.openscience.cdk.qsar.descriptors.molecular.FragmentComplexityDescriptor;
import org.openscience.cdk.qsar.descriptors.molecular.HBondAcceptorCountDescriptor;
import org.openscience.cdk.qsar.descriptors.molecular.HBondDonorCountDescriptor;
import org.openscience.cdk.qsar.descriptors.molecular.HybridizationRatioDescriptor;
import org.openscience.cdk.qsar.descriptors.molecular.KappaShapeIndicesDescriptor;
import org.openscience.cdk.qsar.descriptors.molecular.KierHallSmartsDescriptor;
import org.openscience.cdk.qsar.descriptors.molecular.LargestChainDescriptor;
import org.openscience.cdk.qsar.descriptors.molecular.LargestPiSystemDescriptor;
import org.openscience.cdk.qsar.descriptors.molecular.LongestAliphaticChainDescriptor;
import org.openscience.cdk.qsar.descriptors.molecular.MDEDescriptor;
import org.openscience.cdk.qsar.descriptors.molecular.MannholdLogPDescriptor;
import org.openscience.cdk.qsar.descriptors.molecular.PetitjeanNumberDescriptor;
import org.openscience.cdk.qsar.descriptors.molecular.RotatableBondsCountDescriptor;
import org.openscience.cdk.qsar.descriptors.molecular.RuleOfFiveDescriptor;
import org.openscience.cdk.qsar.descriptors.molecular.SmallRingDescriptor;
import org.openscience.cdk.qsar.descriptors.molecular.SpiroAtomCountDescriptor;
import org.openscience.cdk.qsar.descriptors.molecular.TPSADescriptor;
import org.openscience.cdk.qsar.descriptors.molecular.VABCDescriptor;
import org.openscience.cdk.qsar.descriptors.molecular.VAdjMaDescriptor;
import org.openscience.cdk.qsar.descriptors.molecular.WeightDescriptor;
import org.openscience.cdk.qsar.descriptors.molecular.WeightedPathDescriptor;
import org.openscience.cdk.qsar.descriptors.molecular.WienerNumbersDescriptor;
import org.openscience.cdk.qsar.descriptors.molecular.XLogPDescriptor;
import org.openscience.cdk.qsar.descriptors.molecular.ZagrebIndexDescriptor;
import org.suiseki.matter.Element;

/**
 * CDK's descriptors of molecules that need no coordinates, in the order of their columns. Its
 * JPLogP is left out, because it prints what it does not know to the console.
 */
enum CdkNumber {
  ALOGP(ALOGPDescriptor::new, "Ghose, Crippen 1987, 10.1021/ci00053a005", "1", "1", "cm3/mol"),
  POLARIZABILITY(APolDescriptor::new, "sum of atomic polarizabilities, CRC Handbook 1995", "Å3"),
  ACIDIC_GROUPS(AcidicGroupCountDescriptor::new, "count of acidic groups"),
  AROMATIC_ATOMS(AromaticAtomsCountDescriptor::new, "count of aromatic atoms"),
  AROMATIC_BONDS(AromaticBondsCountDescriptor::new, "count of aromatic bonds"),
  ATOMS(AtomCountDescriptor::new, "count of atoms, hydrogens included"),
  AUTOCORRELATION_CHARGE(
      AutocorrelationDescriptorCharge::new, "Moreau, Broto 1980; charges of Gasteiger"),
  AUTOCORRELATION_MASS(AutocorrelationDescriptorMass::new, "Moreau, Broto 1980; masses"),
  AUTOCORRELATION_POLARIZABILITY(
      AutocorrelationDescriptorPolarizability::new, "Moreau, Broto 1980; polarizabilities"),
  BCUT(BCUTDescriptor::new, "Pearlman, Smith 1999, 10.1021/ci980137x"),
  BOND_POLARIZABILITY(
      BPolDescriptor::new, "sum of differences of atomic polarizabilities over bonds", "Å3"),
  BASIC_GROUPS(BasicGroupCountDescriptor::new, "count of basic groups"),
  BONDS(BondCountDescriptor::new, "count of bonds between heavy atoms"),
  CARBON_TYPES(CarbonTypesDescriptor::new, "carbons by hybridisation and bonded carbons"),
  CHI_CHAINS(ChiChainDescriptor::new, Sources.KIER_HALL),
  CHI_CLUSTERS(ChiClusterDescriptor::new, Sources.KIER_HALL),
  CHI_PATH_CLUSTERS(ChiPathClusterDescriptor::new, Sources.KIER_HALL),
  CHI_PATHS(ChiPathDescriptor::new, Sources.KIER_HALL),
  ECCENTRIC_CONNECTIVITY(
      EccentricConnectivityIndexDescriptor::new, "Sharma, Goswami, Madan 1997, 10.1021/ci960049h"),
  FRAMEWORK(FMFDescriptor::new, "Yang 2010, fraction of heavy atoms in the Murcko framework"),
  SP3_CARBONS(FractionalCSP3Descriptor::new, "Lovering 2009, 10.1021/jm901241e"),
  POLAR_EFFICIENCY(FractionalPSADescriptor::new, "polar surface by mass, Ertl 2000", "Å2 mol/g"),
  FRAGMENT_COMPLEXITY(FragmentComplexityDescriptor::new, "Nilakantan 2006, 10.1021/ci050521b"),
  ACCEPTORS(HBondAcceptorCountDescriptor::new, "count of acceptors of hydrogen bonds"),
  DONORS(HBondDonorCountDescriptor::new, "count of donors of hydrogen bonds"),
  HYBRIDISATION(HybridizationRatioDescriptor::new, "sp3 carbons by sp3 and sp2 carbons"),
  KAPPA_SHAPES(KappaShapeIndicesDescriptor::new, "Kier 1985, 10.1002/qsar.19850040303"),
  KIER_HALL_FRAGMENTS(KierHallSmartsDescriptor::new, "Hall, Kier 1995, 10.1021/ci00028a014"),
  LARGEST_CHAIN(LargestChainDescriptor::new, "atoms of the largest chain"),
  LARGEST_PI_SYSTEM(LargestPiSystemDescriptor::new, "atoms of the largest pi system"),
  LONGEST_ALIPHATIC_CHAIN(
      LongestAliphaticChainDescriptor::new, "atoms of the longest aliphatic chain"),
  DISTANCE_EDGES(MDEDescriptor::new, "Liu 1998, molecular distance edges, 10.1021/ci970109z"),
  MANNHOLD(MannholdLogPDescriptor::new, "Mannhold 2009, 10.1002/jps.21494"),
  PETITJEAN(PetitjeanNumberDescriptor::new, "Petitjean 1992, 10.1021/ci00008a012"),
  ROTATABLE_BONDS(RotatableBondsCountDescriptor::new, "count of rotatable bonds"),
  RULE_OF_FIVE(RuleOfFiveDescriptor::new, "Lipinski 1997, failures"),
  SMALL_RINGS(SmallRingDescriptor::new, "small rings, aromatic ones, and blocks of them"),
  SPIRO_ATOMS(SpiroAtomCountDescriptor::new, "count of spiro atoms"),
  POLAR_SURFACE(TPSADescriptor::new, "Ertl 2000, 10.1021/jm000942e", "Å2"),
  VOLUME(VABCDescriptor::new, "Zhao 2003, 10.1021/jo034808o", "Å3"),
  VERTEX_ADJACENCY(VAdjMaDescriptor::new, "vertex adjacency information"),
  WEIGHT(WeightDescriptor::new, "molar mass", "g/mol"),
  WEIGHTED_PATHS(WeightedPathDescriptor::new, "Randić 1984, 10.1021/ci00043a009"),
  WIENER(WienerNumbersDescriptor::new, "Wiener 1947, 10.1021/ja01193a005"),
  XLOGP(XLogPDescriptor::new, "Wang, Fu, Lai 1997, 10.1021/ci960169p"),
  ZAGREB(ZagrebIndexDescriptor::new, "Gutman, Trinajstić 1972");

  private final Maker maker;
  final String source;

  /** Of the columns, in order; the last holds for the rest. */
  final List<String> units;

  CdkNumber(Maker maker, String source, String... units) {
    this.maker = maker;
    this.source = source;
    this.units = units.length == 0 ? List.of("1") : List.of(units);
  }

  /** A constructor of one of CDK's. */
  private interface Maker {
    IMolecularDescriptor make() throws CDKException;
  }

  /** A new one, for one thread. */
  IMolecularDescriptor calculator() {
    try {
      return maker.make();
    } catch (CDKException e) {
      throw new IllegalStateException("CDK's own tables cannot be read", e);
    }
  }

  /**
   * Whether it knows the elements: some count 0 for those that they have no value for, without
   * saying so.
   */
  boolean knows(Set<Element> elements) {
    return switch (this) {
      case ALOGP -> ORGANIC.containsAll(elements) || WITH_SILICON.containsAll(elements);
      case XLOGP, MANNHOLD, AUTOCORRELATION_POLARIZABILITY, BCUT -> ORGANIC.containsAll(elements);
      default -> true;
    };
  }

  private static final Set<Element> ORGANIC =
      Set.of(
          Element.H,
          Element.C,
          Element.N,
          Element.O,
          Element.F,
          Element.P,
          Element.S,
          Element.Cl,
          Element.Br,
          Element.I);

  private static final Set<Element> WITH_SILICON =
      Set.of(
          Element.H,
          Element.B,
          Element.C,
          Element.N,
          Element.O,
          Element.F,
          Element.Si,
          Element.P,
          Element.S,
          Element.Cl,
          Element.Se,
          Element.Br,
          Element.I);

  /** So that several may name it. */
  private static final class Sources {
    static final String KIER_HALL =
        "Kier, Hall, Molecular Connectivity in Structure-Activity Analysis, 1986";
  }
}
