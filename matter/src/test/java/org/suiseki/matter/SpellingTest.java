package org.suiseki.matter;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SpellingTest {
  private static final List<String> KNOWN = List.of("sigma", "seed", "folds", "learning-rate");

  @ParameterizedTest
  @CsvSource({
    "sgima,sigma",
    "sigm,sigma",
    "SIGMA,sigma",
    "sed,seed",
    "seeed,seed",
    "fold,folds",
    "learningrate,learning-rate",
    "learning_rate,learning-rate"
  })
  void findsWhatWasMeant(String typed, String meant) {
    assertThat(Spelling.nearest(typed, KNOWN)).contains(meant);
  }

  @Test
  void theFirstLetterDecidesBetweenEquals() {
    assertThat(Spelling.nearest("Cx", List.of("Xe", "Ca", "Fx"))).contains("Ca");
    assertThat(Spelling.nearest("fold", List.of("gold", "ford"))).contains("ford");
    assertThat(Spelling.nearest("Xy", List.of("Ay", "By"))).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"width", "x", "epochs", "", "a name far longer than any that is compared"})
  void staysSilentRatherThanGuess(String typed) {
    assertThat(Spelling.nearest(typed, KNOWN)).isEmpty();
    assertThat(Spelling.hint(typed, KNOWN)).isEmpty();
  }
}
