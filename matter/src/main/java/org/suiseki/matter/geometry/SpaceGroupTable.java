package org.suiseki.matter.geometry;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.suiseki.matter.MatterException;

/** The 530 settings, read from {@code space-groups.txt}, and ways to find one. */
final class SpaceGroupTable {
  static final SpaceGroupTable INSTANCE = new SpaceGroupTable();

  private static final String RESOURCE = "space-groups.txt";

  private final List<SpaceGroup> all = new ArrayList<>();
  private final Map<Integer, List<SpaceGroup>> byNumber = new HashMap<>();
  private final Map<PointGroup, List<SpaceGroup>> standards = new EnumMap<>(PointGroup.class);
  private final Map<String, SpaceGroup> byHall = new HashMap<>();
  private final SpaceGroupNames names;

  private SpaceGroupTable() {
    List<String> older = new ArrayList<>();
    for (String line : lines(RESOURCE)) {
      String[] fields = line.split(";", -1);
      add(fields);
      older.add(fields.length > 5 ? fields[5] : "");
    }
    names = new SpaceGroupNames(all, older);
  }

  /** The lines of a resource beside this class, without remarks. */
  static List<String> lines(String resource) {
    try (InputStream bytes = SpaceGroupTable.class.getResourceAsStream(resource)) {
      if (bytes == null) {
        throw new IllegalStateException("The resource " + resource + " is missing.");
      }
      return new String(bytes.readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .filter(line -> !line.startsWith("#") && !line.isBlank())
          .toList();
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }

  private void add(String[] fields) {
    int number = Integer.parseInt(fields[0]);
    String symbol = fields[3];
    List<SpaceGroup> siblings = byNumber.computeIfAbsent(number, absent -> new ArrayList<>());
    SpaceGroup group =
        new SpaceGroup(
            all.size() + 1,
            number,
            fields[1],
            fields[2],
            symbol,
            fields.length > 4 && !fields[4].isEmpty() ? fields[4] : symbol,
            shortSymbol(number, siblings.isEmpty() ? symbol : siblings.get(0).symbol(), symbol));
    if (siblings.isEmpty()) {
      standards.computeIfAbsent(group.pointGroup(), absent -> new ArrayList<>()).add(group);
    }
    siblings.add(group);
    all.add(group);
    byHall.putIfAbsent(hallKey(fields[2]), group);
  }

  /** Monoclinic groups keep the symbol of their first setting, and drop its places without axis. */
  private static String shortSymbol(int number, String first, String symbol) {
    boolean monoclinic = number >= 3 && number <= 15;
    return monoclinic ? first.replace(" 1", "").replace(" ", "") : symbol.replace(" ", "");
  }

  List<SpaceGroup> all() {
    return List.copyOf(all);
  }

  List<SpaceGroup> settings(int number) {
    List<SpaceGroup> settings = byNumber.get(number);
    if (settings == null) {
      throw new MatterException(
          "There is no space group " + number + ".", "Give a number from 1 to 230.");
    }
    return List.copyOf(settings);
  }

  /** The first settings of the space groups with this point group. */
  List<SpaceGroup> standards(PointGroup group) {
    return standards.getOrDefault(group, List.of());
  }

  SpaceGroup setting(int hallNumber) {
    if (hallNumber < 1 || hallNumber > all.size()) {
      throw new MatterException(
          "There is no setting " + hallNumber + ".", "Give a number from 1 to " + all.size() + ".");
    }
    return all.get(hallNumber - 1);
  }

  Optional<SpaceGroup> named(String symbol) {
    return names.find(symbol);
  }

  Optional<SpaceGroup> withHall(String hall) {
    SpaceGroup listed = byHall.get(hallKey(hall));
    return listed != null
        ? Optional.of(listed)
        : withOperations(HallSymbol.parse(hall).operations());
  }

  /** Spellings of one symbol: blanks, underscores and capitals do not matter. */
  private static String hallKey(String hall) {
    return hall.strip().replaceAll("[\\s_]+", " ").toLowerCase(Locale.ROOT);
  }

  Optional<SpaceGroup> withOperations(List<SymmetryOperation> operations) {
    Set<SymmetryOperation> wanted = new HashSet<>();
    for (SymmetryOperation operation : operations) {
      wanted.add(operation.reduced());
    }
    for (SpaceGroup candidate : all) {
      List<SymmetryOperation> own = candidate.operations();
      if (own.size() == wanted.size() && wanted.containsAll(own)) {
        return Optional.of(candidate);
      }
    }
    return Optional.empty();
  }
}
