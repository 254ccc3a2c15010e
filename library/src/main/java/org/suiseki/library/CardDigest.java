package org.suiseki.library;

import java.nio.charset.StandardCharsets;
import org.suiseki.matter.Sha256;

/** Tells whether two cards say the same: the sha-256 of their JSON. */
final class CardDigest {

  private CardDigest() {}

  static String of(ModelCard card) {
    return Sha256.of(CardJson.text(card).getBytes(StandardCharsets.UTF_8));
  }
}
