package org.suiseki.study.polymer;

import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.suiseki.describe.MaterialKind;
import org.suiseki.learn.Origin;
import org.suiseki.matter.Place;
import org.suiseki.matter.Sha256;
import org.suiseki.matter.io.TextTable;
import org.suiseki.study.PredictionTable;
import org.suiseki.study.StudyException;
import org.suiseki.study.StudyNode;

/**
 * The data of a run.
 *
 * @param embedded whether they are the small example
 * @param target polymers with a conductivity, one each, in a fixed order
 * @param sources sets with other properties
 * @param candidates opens the candidates anew
 * @param candidatesAre what they are, in words
 * @param origin of all
 * @param refused rows that cannot be used
 * @param missing files that were looked for in vain; the run does without
 */
record PolymerData(
    boolean embedded,
    KnownMaterials target,
    List<KnownMaterials> sources,
    Supplier<CandidateSource> candidates,
    String candidatesAre,
    Origin origin,
    List<PredictionTable.Refused> refused,
    List<String> missing) {
  private static final String EXAMPLE = "common-polymers.csv";
  private static final int EVERYTHING = Integer.MAX_VALUE;

  /** The example that ships: no file is needed. */
  static PolymerData example(long seed) {
    List<PredictionTable.Refused> refused = new ArrayList<>();
    PropertyColumn conductivity =
        new PropertyColumn("thermal_conductivity [W/m/K]", "W/m/K", false);
    List<PropertyColumn> others =
        List.of(
            new PropertyColumn("density [g/cm3]", "g/cm3", false),
            new PropertyColumn("glass_transition [K]", "K", false),
            new PropertyColumn("refractive_index [1]", "1", false));
    KnownMaterials target = unique(known(example(List.of(conductivity), seed, refused)));
    KnownMaterials sources = example(others, seed, refused);
    return new PolymerData(
        true,
        target,
        List.of(sources),
        MadeCandidates::new,
        "polymers made by a rule of ours",
        new Origin("common polymers of Suiseki", "CC0, see its data card", target.sha256()),
        List.copyOf(new LinkedHashSet<>(refused)),
        List.of());
  }

  private static KnownMaterials example(
      List<PropertyColumn> properties, long seed, List<PredictionTable.Refused> refused) {
    MaterialFile file =
        new MaterialFile(EXAMPLE, MaterialKind.POLYMER, "name", "unit", properties, EVERYTHING);
    InputStream in = PolymerData.class.getResourceAsStream(EXAMPLE);
    try (TextTable table = TextTable.of(Objects.requireNonNull(in), EXAMPLE)) {
      return file.read(table, "polymers", seed, refused);
    }
  }

  /** Files of a person's own, as the study names them. */
  static PolymerData read(StudyNode root, Path folder, String licence, long seed) {
    List<PredictionTable.Refused> refused = new ArrayList<>();
    List<String> missing = new ArrayList<>();
    StringBuilder hashes = new StringBuilder();
    KnownMaterials target = unique(known(target(root.section("target"), folder, seed, refused)));
    hashes.append(target.sha256());
    List<KnownMaterials> sources = new ArrayList<>();
    for (StudyNode node : root.children("sources")) {
      MaterialFile file = source(node);
      Optional<Path> path = MaterialFile.find(folder, file.file());
      if (path.isEmpty()) {
        missing.add(file.file());
        continue;
      }
      try (TextTable table = TextTable.open(path.get())) {
        sources.add(file.read(table, node.text("name"), seed, refused));
      }
      hashes.append(sources.get(sources.size() - 1).sha256());
    }
    if (sources.isEmpty()) {
      throw root.wrong(
          "sources",
          "None of the files of the sources is in " + folder + ".",
          "Put one there, or name your own under sources; looked for: "
              + String.join(", ", missing)
              + ".");
    }
    StudyNode screen = root.section("screen");
    Optional<Path> list = MaterialFile.find(folder, screen.text("file", "none"));
    if (list.isEmpty()) {
      missing.add(screen.text("file", "none"));
    }
    String unit = screen.text("material", "unit");
    List<String> monomers = screen.texts("monomers");
    String route = screen.text("route", "");
    Supplier<CandidateSource> candidates =
        list.<Supplier<CandidateSource>>map(
                path -> () -> FileCandidates.open(path, unit, monomers, route))
            .orElse(MadeCandidates::new);
    // Refused now and not after minutes of training.
    candidates.get().close();
    return new PolymerData(
        false,
        target,
        sources,
        candidates,
        list.map(path -> "polymers of " + path.getFileName())
            .orElse("polymers made by a rule of ours"),
        new Origin(
            folder.toString(),
            licence,
            Sha256.of(hashes.toString().getBytes(StandardCharsets.US_ASCII))),
        List.copyOf(new LinkedHashSet<>(refused)),
        missing);
  }

  private static KnownMaterials target(
      StudyNode node, Path folder, long seed, List<PredictionTable.Refused> refused) {
    MaterialFile file =
        new MaterialFile(
            node.text("file"),
            MaterialKind.POLYMER,
            node.text("id", ""),
            node.text("material"),
            List.of(new PropertyColumn(node.text("property"), node.text("unit"), false)),
            EVERYTHING);
    Path path =
        MaterialFile.find(folder, file.file())
            .orElseThrow(() ->
                new StudyException(
                    "The folder does not hold " + file.file() + ".",
                    Place.of(folder.toString()),
                    "Name the folder that does with --data, or the file under target.file."));
    try (TextTable table = TextTable.open(path)) {
      return file.read(table, "target", seed, refused);
    }
  }

  private static MaterialFile source(StudyNode node) {
    List<PropertyColumn> properties = new ArrayList<>();
    for (StudyNode one : node.children("properties")) {
      properties.add(
          new PropertyColumn(one.text("column"), one.text("unit"), one.flag("logarithm", false)));
    }
    if (properties.isEmpty()) {
      throw node.wrong("properties", "A source has no properties.", "Name one or more.");
    }
    String kind = node.choice("kind", "polymer", List.of("polymer", "molecule"));
    node.text("name");
    return new MaterialFile(
        node.text("file"),
        MaterialKind.named(kind).orElseThrow(),
        node.text("id", ""),
        node.text("material"),
        properties,
        (int) node.integer("most", EVERYTHING, 20, EVERYTHING));
  }

  /** Rows with a value of the one property. */
  private static KnownMaterials known(KnownMaterials all) {
    return rows(
        all,
        IntStream.range(0, all.size()).filter(i -> !Double.isNaN(all.values()[i][0])).toArray());
  }

  /** Of a polymer that comes twice the first row; averages of unlike samples are nobody's value. */
  private static KnownMaterials unique(KnownMaterials all) {
    Map<String, Integer> first = new LinkedHashMap<>();
    for (int i = 0; i < all.size(); i++) {
      first.putIfAbsent(all.canonical().get(i), i);
    }
    return rows(all, first.values().stream().mapToInt(Integer::intValue).toArray());
  }

  static KnownMaterials rows(KnownMaterials all, int[] rows) {
    return new KnownMaterials(
        all.name(),
        all.kind(),
        Arrays.stream(rows).mapToObj(all.ids()::get).toList(),
        Arrays.stream(rows).mapToObj(all.materials()::get).toList(),
        Arrays.stream(rows).mapToObj(all.canonical()::get).toList(),
        all.properties(),
        Arrays.stream(rows).mapToObj(i -> all.values()[i]).toArray(double[][]::new),
        all.sha256());
  }

  /** Canonical texts of all polymers that are nothing new. */
  Set<String> knownPolymers() {
    Set<String> known = new HashSet<>(target.canonical());
    sources.stream()
        .filter(one -> one.kind() == MaterialKind.POLYMER)
        .forEach(one -> known.addAll(one.canonical()));
    return known;
  }
}
