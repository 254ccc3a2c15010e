package org.suiseki.matter.io;

import java.util.Optional;
import org.suiseki.matter.Composition;

/**
 * A core-loss spectrum whose substance may be unknown.
 *
 * @param composition absent where the source does not tell it
 */
public record UnknownSpectrum(
    String id, Optional<Composition> composition, Absorption absorption) {}
