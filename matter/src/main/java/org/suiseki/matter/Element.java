package org.suiseki.matter;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** The 118 elements in the order of their atomic numbers, named as IUPAC names them. */
public enum Element {
  H("Hydrogen"),
  He("Helium"),
  Li("Lithium"),
  Be("Beryllium"),
  B("Boron"),
  C("Carbon"),
  N("Nitrogen"),
  O("Oxygen"),
  F("Fluorine"),
  Ne("Neon"),
  Na("Sodium"),
  Mg("Magnesium"),
  Al("Aluminium"),
  Si("Silicon"),
  P("Phosphorus"),
  S("Sulfur"),
  Cl("Chlorine"),
  Ar("Argon"),
  K("Potassium"),
  Ca("Calcium"),
  Sc("Scandium"),
  Ti("Titanium"),
  V("Vanadium"),
  Cr("Chromium"),
  Mn("Manganese"),
  Fe("Iron"),
  Co("Cobalt"),
  Ni("Nickel"),
  Cu("Copper"),
  Zn("Zinc"),
  Ga("Gallium"),
  Ge("Germanium"),
  As("Arsenic"),
  Se("Selenium"),
  Br("Bromine"),
  Kr("Krypton"),
  Rb("Rubidium"),
  Sr("Strontium"),
  Y("Yttrium"),
  Zr("Zirconium"),
  Nb("Niobium"),
  Mo("Molybdenum"),
  Tc("Technetium"),
  Ru("Ruthenium"),
  Rh("Rhodium"),
  Pd("Palladium"),
  Ag("Silver"),
  Cd("Cadmium"),
  In("Indium"),
  Sn("Tin"),
  Sb("Antimony"),
  Te("Tellurium"),
  I("Iodine"),
  Xe("Xenon"),
  Cs("Caesium"),
  Ba("Barium"),
  La("Lanthanum"),
  Ce("Cerium"),
  Pr("Praseodymium"),
  Nd("Neodymium"),
  Pm("Promethium"),
  Sm("Samarium"),
  Eu("Europium"),
  Gd("Gadolinium"),
  Tb("Terbium"),
  Dy("Dysprosium"),
  Ho("Holmium"),
  Er("Erbium"),
  Tm("Thulium"),
  Yb("Ytterbium"),
  Lu("Lutetium"),
  Hf("Hafnium"),
  Ta("Tantalum"),
  W("Tungsten"),
  Re("Rhenium"),
  Os("Osmium"),
  Ir("Iridium"),
  Pt("Platinum"),
  Au("Gold"),
  Hg("Mercury"),
  Tl("Thallium"),
  Pb("Lead"),
  Bi("Bismuth"),
  Po("Polonium"),
  At("Astatine"),
  Rn("Radon"),
  Fr("Francium"),
  Ra("Radium"),
  Ac("Actinium"),
  Th("Thorium"),
  Pa("Protactinium"),
  U("Uranium"),
  Np("Neptunium"),
  Pu("Plutonium"),
  Am("Americium"),
  Cm("Curium"),
  Bk("Berkelium"),
  Cf("Californium"),
  Es("Einsteinium"),
  Fm("Fermium"),
  Md("Mendelevium"),
  No("Nobelium"),
  Lr("Lawrencium"),
  Rf("Rutherfordium"),
  Db("Dubnium"),
  Sg("Seaborgium"),
  Bh("Bohrium"),
  Hs("Hassium"),
  Mt("Meitnerium"),
  Ds("Darmstadtium"),
  Rg("Roentgenium"),
  Cn("Copernicium"),
  Nh("Nihonium"),
  Fl("Flerovium"),
  Mc("Moscovium"),
  Lv("Livermorium"),
  Ts("Tennessine"),
  Og("Oganesson");

  private static final Map<String, Element> BY_SYMBOL = new HashMap<>();

  static {
    for (Element element : values()) {
      BY_SYMBOL.put(element.name(), element);
    }
  }

  private final String fullName;

  Element(String fullName) {
    this.fullName = fullName;
  }

  public static Optional<Element> ofSymbol(String symbol) {
    return Optional.ofNullable(BY_SYMBOL.get(symbol));
  }

  /** {@code Fe}. */
  public String symbol() {
    return name();
  }

  /** {@code Iron}. */
  public String fullName() {
    return fullName;
  }

  /** Atomic number, from 1. */
  public int number() {
    return ordinal() + 1;
  }

  /**
   * Standard atomic weight in u (of one mole in g): the IUPAC values of 2021, and IUPAC's
   * conventional value where the weight is an interval (H, C, O ...). For the 34 radioactive
   * elements to which IUPAC gives no weight (Tc, Pm, Po to Ac, Np and beyond) it is the mass number
   * of the longest-lived known isotope, as periodic tables print it in brackets.
   */
  public double mass() {
    return Masses.OF[ordinal()];
  }

  /** Apart from the enum, so that the element table can use the elements while it is read. */
  private static final class Masses {
    static final double[] OF = ElementTable.standard().column(ElementTable.ATOMIC_MASS);
  }
}
