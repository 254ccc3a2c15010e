package org.suiseki.study;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

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

  @ParameterizedTest
  @CsvSource({"width", "x", "epochs"})
  void staysSilentRatherThanGuess(String typed) {
    assertThat(Spelling.nearest(typed, KNOWN)).isEmpty();
    assertThat(Spelling.hint(typed, KNOWN)).isEmpty();
  }
}
