package org.suiseki.app;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.GeneralCodingRules.ACCESS_STANDARD_STREAMS;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchRule;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/** The rules of the house that a machine can hold; docs/decisions.md says why each is there. */
final class HouseRules {
  private static final String HOUSE = "org.suiseki.";

  /**
   * Which rooms a room may import, beside itself. {@code matter} holds the nouns that all speak of;
   * {@code app} has a command for what {@code describe}, {@code simulate} and {@code explain} do
   * with one file and for the {@code library}, and knows how progress is told ({@code learn}).
   */
  static final Map<String, Set<String>> MAY_IMPORT =
      Map.of(
          "matter", Set.of(),
          "describe", Set.of("matter"),
          "simulate", Set.of("matter"),
          "learn", Set.of("describe", "matter"),
          "library", Set.of("learn", "describe", "matter"),
          "explain", Set.of("learn", "simulate", "describe", "matter"),
          "study", Set.of("explain", "library", "learn", "simulate", "describe", "matter"),
          "app", Set.of("study", "explain", "library", "learn", "describe", "simulate", "matter"));

  private HouseRules() {}

  /** One rule for each room: of ours, it depends on the rooms of {@link #MAY_IMPORT} only. */
  static Stream<ArchRule> arrows() {
    return MAY_IMPORT.keySet().stream().sorted().map(HouseRules::arrowsFrom);
  }

  static ArchRule arrowsFrom(String room) {
    Set<String> allowed = new TreeSet<>(MAY_IMPORT.get(room));
    allowed.add(room);
    return noClasses()
        .that()
        .resideInAPackage(HOUSE + room + "..")
        .should()
        .dependOnClassesThat(
            DescribedPredicate.describe(
                "live in a room other than " + allowed,
                (JavaClass type) ->
                    type.getPackageName().startsWith(HOUSE) && !allowed.contains(room(type))))
        .because("arrows between rooms run one way")
        .allowEmptyShould(true);
  }

  /** The room of a class of ours: the first name after {@code org.suiseki}. */
  static String room(JavaClass type) {
    String rest = type.getPackageName().substring(HOUSE.length());
    int dot = rest.indexOf('.');
    return dot < 0 ? rest : rest.substring(0, dot);
  }

  static final ArchRule EVERY_CLASS_HAS_A_ROOM =
      classes()
          .should()
          .resideInAnyPackage(
              MAY_IMPORT.keySet().stream().map(room -> HOUSE + room + "..").toArray(String[]::new))
          .because("a class belongs to the room of its noun");

  static final ArchRule NO_JAVA_SERIALIZATION =
      noClasses()
          .should()
          .dependOnClassesThat()
          .haveNameMatching("java\\.io\\.Object(In|Out)putStream")
          .because("stored things are plain data, and loading executes nothing");

  static final ArchRule LIBTORCH_STAYS_IN_ITS_PACKAGE =
      noClasses()
          .that()
          .resideOutsideOfPackage("org.suiseki.learn.nn..")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("org.bytedeco..")
          .because("native memory has one keeper");

  static final ArchRule ONLY_APP_PRINTS =
      noClasses()
          .that()
          .resideOutsideOfPackage("org.suiseki.app..")
          .should(ACCESS_STANDARD_STREAMS)
          .because("rooms return values, and the command line shows them");

  static final ArchRule ONLY_APP_EXITS =
      noClasses()
          .that()
          .resideOutsideOfPackage("org.suiseki.app..")
          .should()
          .callMethod(System.class, "exit", int.class)
          .orShould()
          .callMethod(Runtime.class, "exit", int.class)
          .orShould()
          .callMethod(Runtime.class, "halt", int.class)
          .because("a library never ends the program it is used in");

  static final ArchRule NAMES_ARE_NOUNS_OF_THE_FIELD =
      noClasses()
          .should()
          .haveNameMatching(".*(Utils?|Helpers?|Manager|Impl)")
          .because("a thing belongs to the noun it is about");
}
