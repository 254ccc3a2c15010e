package org.suiseki.matter.io;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.suiseki.matter.Composition;
import org.suiseki.matter.Crystal;
import org.suiseki.matter.Lattice;
import org.suiseki.matter.Occupation;
import org.suiseki.matter.Species;
import org.suiseki.matter.geometry.SpaceGroup;
import org.suiseki.matter.geometry.Symmetry;
import org.suiseki.matter.geometry.SymmetryOperation;

/**
 * Writes crystals as CIF 1.1: the cell, its sites, occupancies and oxidation states; either all
 * sites of a cell in space group P 1, or one site of each orbit of the conventional cell with the
 * symmetry operations. {@link CifReader} reads the same crystal back, coordinates and occupancies
 * to 1e-10, lengths to 1e-10 Å and angles to 1e-10 degrees; with symmetry in the order of orbits,
 * and with coordinates in 0 to 1.
 *
 * <p>A CIF knows lengths and angles only, so the crystal is turned with a along x and b in the
 * plane of x and y. Of a left-handed lattice the vectors are reversed, and with them the
 * coordinates: it is the same crystal, not its mirror image.
 *
 * <p>Labels are kept; those that several sites share are numbered, as CIF asks for.
 */
public final class CifWriter {
  private static final int DECIMALS = 10;
  private static final double SCALE = 1e10;

  /** Å; a conventional cell is exactly symmetric, up to rounding. */
  private static final double SAME_PLACE = 1e-4;

  /** Beyond it the scaled number is no exact whole number of 64 bits. */
  private static final double LARGEST_SCALED = 9e8;

  private final StringBuilder out = new StringBuilder();

  private CifWriter() {}

  /** One data block. */
  public static String write(String id, Crystal crystal) {
    return write(id, crystal, Map.of());
  }

  /** One data block, with the names, codes and conditions among the properties. */
  public static String write(CrystalEntry entry) {
    return write(entry.id(), entry.crystal(), entry.properties());
  }

  /** One data block of the conventional cell in its standard setting, made exactly symmetric. */
  public static String write(String id, Symmetry symmetry) {
    return write(id, symmetry, Map.of());
  }

  /** As {@link #write(CrystalEntry)} and {@link #write(String, Symmetry)} together. */
  public static String write(CrystalEntry entry, Symmetry symmetry) {
    return write(entry.id(), symmetry, entry.properties());
  }

  private static String write(String id, Crystal crystal, Map<String, String> properties) {
    CifWriter writer = new CifWriter();
    writer.head(id, crystal, properties);
    writer.line("_space_group_IT_number", "1");
    writer.line("_space_group_name_H-M_alt", "'P 1'");
    writer.operations(List.of(SymmetryOperation.IDENTITY));
    writer.oxidationStates(crystal);
    int[] multiplicities = new int[crystal.siteCount()];
    Arrays.fill(multiplicities, 1);
    writer.sites(crystal, multiplicities);
    return writer.out.toString();
  }

  private static String write(String id, Symmetry symmetry, Map<String, String> properties) {
    Crystal crystal = symmetry.conventional();
    SpaceGroup group = symmetry.spaceGroup();
    CifWriter writer = new CifWriter();
    writer.head(id, crystal, properties);
    writer.line("_space_group_IT_number", String.valueOf(group.number()));
    String setting = group.setting().matches("[12HR]") ? " :" + group.setting() : "";
    writer.line("_space_group_name_H-M_alt", quoted(group.symbol().replace("_", "") + setting));
    writer.line("_space_group_name_Hall", quoted(group.hall()));
    writer.operations(group.operations());
    writer.oxidationStates(crystal);
    writer.sites(crystal, multiplicities(crystal, group.operations()));
    return writer.out.toString();
  }

  /** Of the first site of each orbit how many sites it has, 0 of the others. */
  private static int[] multiplicities(Crystal crystal, List<SymmetryOperation> operations) {
    SiteGrid grid = new SiteGrid(crystal.lattice(), crystal.siteCount());
    double[] points = crystal.fractionalCoordinates();
    for (int i = 0; i < points.length; i += 3) {
      grid.add(points[i], points[i + 1], points[i + 2]);
    }
    int[] firsts = new int[crystal.siteCount()];
    Arrays.fill(firsts, -1);
    int[] multiplicities = new int[crystal.siteCount()];
    double[] image = new double[3];
    for (int i = 0; i < firsts.length; i++) {
      if (firsts[i] >= 0) {
        continue;
      }
      for (SymmetryOperation operation : operations) {
        operation.apply(points, 3 * i, image, 0);
        int site = grid.near(image[0], image[1], image[2], SAME_PLACE, 0);
        if (site >= 0 && firsts[site] < 0) {
          firsts[site] = i;
          multiplicities[i]++;
        }
      }
    }
    return multiplicities;
  }

  private void operations(List<SymmetryOperation> operations) {
    out.append("loop_\n_space_group_symop_operation_xyz\n");
    for (SymmetryOperation operation : operations) {
      out.append(operation).append('\n');
    }
  }

  private void head(String id, Crystal crystal, Map<String, String> properties) {
    out.append("data_").append(blockName(id)).append('\n');
    for (Map.Entry<String, String> property : new TreeMap<>(properties).entrySet()) {
      if (CifTag.of(CifTag.normal(property.getKey())).filter(CifTag::descriptive).isPresent()) {
        line(property.getKey(), quoted(property.getValue()));
      }
    }
    line("_chemical_formula_sum", quoted(spaced(crystal.composition())));
    Lattice lattice = crystal.lattice();
    line("_cell_length_a", fixed(lattice.a()));
    line("_cell_length_b", fixed(lattice.b()));
    line("_cell_length_c", fixed(lattice.c()));
    line("_cell_angle_alpha", fixed(lattice.alpha()));
    line("_cell_angle_beta", fixed(lattice.beta()));
    line("_cell_angle_gamma", fixed(lattice.gamma()));
    line("_cell_volume", fixed(lattice.volume()));
  }

  private void line(String name, String value) {
    out.append(name).append(value.startsWith("\n") ? "" : " ").append(value).append('\n');
  }

  private static String spaced(Composition composition) {
    return composition.formula().replaceAll("(?<!^)(?=[A-Z])", " ");
  }

  private void oxidationStates(Crystal crystal) {
    Map<String, Double> states = new TreeMap<>();
    boolean any = false;
    for (int i = 0; i < crystal.siteCount(); i++) {
      for (Species species : crystal.occupation(i).species()) {
        any |= species.oxidationState().isPresent();
        states.put(species.toString(), species.oxidationState().orElse(Double.NaN));
      }
    }
    if (any) {
      out.append("loop_\n_atom_type_symbol\n_atom_type_oxidation_number\n");
      states.forEach((symbol, state) ->
          out.append(symbol).append(' ').append(state.isNaN() ? "?" : trimmed(state)).append('\n'));
    }
  }

  /** The sites with a multiplicity above 0. */
  private void sites(Crystal crystal, int[] multiplicities) {
    out.append("loop_\n_atom_site_label\n_atom_site_type_symbol\n")
        .append("_atom_site_site_symmetry_multiplicity\n_atom_site_fract_x\n")
        .append("_atom_site_fract_y\n_atom_site_fract_z\n_atom_site_occupancy\n");
    double sign = crystal.lattice().rightHanded() ? 1 : -1;
    List<String> labels = labels(crystal, multiplicities);
    int row = 0;
    for (int i = 0; i < crystal.siteCount(); i++) {
      if (multiplicities[i] == 0) {
        continue;
      }
      Occupation occupation = crystal.occupation(i);
      for (int part = 0; part < occupation.species().size(); part++) {
        out.append(quoted(labels.get(row++))).append(' ').append(occupation.species().get(part));
        out.append(' ').append(multiplicities[i]);
        for (int axis = 0; axis < 3; axis++) {
          out.append(' ').append(fixed(sign * crystal.fractional(i, axis)));
        }
        out.append(' ').append(trimmed(occupation.fraction(part))).append('\n');
      }
    }
  }

  /** One for each species on each site, none twice. */
  private static List<String> labels(Crystal crystal, int[] multiplicities) {
    List<String> wanted = new ArrayList<>();
    for (int i = 0; i < crystal.siteCount(); i++) {
      if (multiplicities[i] == 0) {
        continue;
      }
      int count = crystal.occupation(i).species().size();
      String label = crystal.label(i).strip().replaceAll("\\s+", "_");
      String[] parts = count == 1 ? new String[] {label} : label.split("/", -1);
      for (int part = 0; part < count; part++) {
        String symbol = crystal.occupation(i).species().get(part).symbol();
        String own = parts.length == count ? parts[part] : label + "_" + symbol;
        wanted.add(own.isEmpty() ? symbol : own);
      }
    }
    return numbered(wanted);
  }

  private static List<String> numbered(List<String> wanted) {
    Map<String, Integer> counts = new HashMap<>();
    wanted.forEach(label -> counts.merge(label, 1, Integer::sum));
    Set<String> used = new HashSet<>();
    Map<String, Integer> numbers = new HashMap<>();
    List<String> labels = new ArrayList<>(wanted.size());
    for (String label : wanted) {
      String own = label;
      if (counts.getOrDefault(label, 0) > 1) {
        boolean letters = Character.isLetter(label.charAt(label.length() - 1));
        do {
          own = label + (letters ? "" : "_") + numbers.merge(label, 1, Integer::sum);
        } while (used.contains(own) || counts.containsKey(own));
      }
      used.add(own);
      labels.add(own);
    }
    return labels;
  }

  private static String blockName(String id) {
    String name = id.strip().replaceAll("[^!-~\\u00A1-\\uFFFD]+", "_");
    return name.isEmpty() ? "crystal" : name;
  }

  /** With ten decimals, zeros too, so that no reader takes a number for a rounded one. */
  private static String fixed(double value) {
    if (!(Math.abs(value) < LARGEST_SCALED)) {
      return String.format(Locale.ROOT, "%.10f", value);
    }
    long scaled = Math.round(value * SCALE);
    String digits = Long.toString(Math.abs(scaled));
    StringBuilder text = new StringBuilder(scaled < 0 ? "-" : "");
    int whole = digits.length() - DECIMALS;
    text.append(whole > 0 ? digits.substring(0, whole) : "0").append('.');
    text.append("0".repeat(Math.max(0, -whole)));
    return text.append(digits, Math.max(0, whole), digits.length()).toString();
  }

  /** Without zeros at the end. */
  private static String trimmed(double value) {
    return fixed(value).replaceAll("\\.?0+$", "");
  }

  /** As a value: bare where that can be, else in quotes, else as a text field. */
  private static String quoted(String value) {
    String text = value.strip();
    if (!text.isEmpty()
        && text.chars().allMatch(c -> c > ' ' && c != 0xA0 && c != 0xFEFF && c != 0x85)
        && "_#$'\"[]{};?.".indexOf(text.charAt(0)) < 0
        && !text.matches("(?i)(data_|save_|loop_|stop_|global_).*")) {
      return text;
    }
    if (text.indexOf('\n') < 0 && text.indexOf('\r') < 0) {
      for (char quote : new char[] {'\'', '"'}) {
        if (text.indexOf(quote) < 0) {
          return quote + text + quote;
        }
      }
    }
    return "\n;" + text.replaceAll("\\R", "\n").replace("\n;", "\n ;") + "\n;";
  }
}
