package org.suiseki.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.lang.ArchRule;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.suiseki.matter.Trespasser;
import org.suiseki.matter.TrespassingManager;

/** Holds every class of the rooms to the rules, and shows that the rules notice a trespasser. */
final class HouseRulesTest {
  private static final JavaClasses HOUSE =
      new ClassFileImporter()
          .withImportOption(new DoNotIncludeTests())
          .importPackages("org.suiseki");
  private static final JavaClasses TRESPASSERS =
      new ClassFileImporter()
          .importClasses(Trespasser.class, TrespassingManager.class, HouseRules.class);

  static Stream<ArchRule> rules() {
    return Stream.concat(
        HouseRules.arrows(),
        Stream.of(
            HouseRules.EVERY_CLASS_HAS_A_ROOM,
            HouseRules.NO_JAVA_SERIALIZATION,
            HouseRules.LIBTORCH_STAYS_IN_ITS_PACKAGE,
            HouseRules.ONLY_APP_PRINTS,
            HouseRules.ONLY_APP_EXITS,
            HouseRules.NAMES_ARE_NOUNS_OF_THE_FIELD));
  }

  static Stream<ArchRule> rulesThatTrespassersBreak() {
    return Stream.of(
        HouseRules.arrowsFrom("matter"),
        HouseRules.NO_JAVA_SERIALIZATION,
        HouseRules.LIBTORCH_STAYS_IN_ITS_PACKAGE,
        HouseRules.ONLY_APP_PRINTS,
        HouseRules.ONLY_APP_EXITS,
        HouseRules.NAMES_ARE_NOUNS_OF_THE_FIELD);
  }

  @ParameterizedTest
  @MethodSource("rules")
  void theHouseKeepsTheRule(ArchRule rule) {
    rule.check(HOUSE);
  }

  @ParameterizedTest
  @MethodSource("rulesThatTrespassersBreak")
  void theRuleNoticesATrespasser(ArchRule rule) {
    assertThat(rule.evaluate(TRESPASSERS).hasViolation()).isTrue();
  }

  @Test
  void everyRoomWasLookedAt() {
    assertThat(HOUSE.stream().map(JavaClass::getPackageName).collect(Collectors.toSet()))
        .containsAll(
            HouseRules.MAY_IMPORT.keySet().stream().map(room -> "org.suiseki." + room).toList());
  }
}
