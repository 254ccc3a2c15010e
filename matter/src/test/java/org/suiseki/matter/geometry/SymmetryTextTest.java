package org.suiseki.matter.geometry;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.suiseki.matter.MatterException;

/**
 * Texts from files that are almost right: each is read, or refused with the room's own exception.
 */
class SymmetryTextTest {
  private static final String LETTERS =
      "xyzXYZabcABCFIRPHSTdenmuvw0123456789+-/*,.()_ :'\"\u2212\u0305";

  @Test
  void altersTripletsAndSymbolsTwentyThousandTimes() {
    Random random = new Random(17);
    int read = 0;
    for (int i = 0; i < 20_000; i++) {
      SpaceGroup group = SpaceGroup.ofHallNumber(1 + random.nextInt(530));
      String triplet = group.operations().get(random.nextInt(group.operations().size())).toString();
      try {
        SymmetryOperation operation = SymmetryOperation.parse(altered(triplet, random));
        assertThat(SymmetryOperation.parse(operation.toString()).rotation())
            .isEqualTo(operation.rotation());
        read++;
      } catch (MatterException refused) {
        assertThat(refused).hasMessageContaining("\"");
      }
      SpaceGroup.ofSymbol(altered(group.symbol(), random));
    }
    // Some must still be right, else nothing was tried.
    assertThat(read).isBetween(1_000, 19_000);
  }

  @Test
  void altersHallSymbolsTwoThousandTimes() {
    Random random = new Random(18);
    int read = 0;
    for (int i = 0; i < 2_000; i++) {
      String hall = SpaceGroup.ofHallNumber(1 + random.nextInt(530)).hall();
      try {
        assertThat(HallSymbol.parse(altered(hall, random)).operations()).isNotEmpty();
        read++;
      } catch (MatterException refused) {
        assertThat(refused).hasMessageContaining("\"");
      }
    }
    assertThat(read).isBetween(100, 1_900);
  }

  private static String altered(String text, Random random) {
    StringBuilder altered = new StringBuilder(text);
    for (int change = 1 + random.nextInt(2); change > 0; change--) {
      int at = random.nextInt(altered.length() + 1);
      char letter = LETTERS.charAt(random.nextInt(LETTERS.length()));
      switch (random.nextInt(3)) {
        case 0 -> altered.insert(at, letter);
        case 1 -> altered.setLength(at);
        default -> {
          if (at < altered.length()) {
            altered.setCharAt(at, letter);
          }
        }
      }
    }
    return altered.toString();
  }
}
