package org.suiseki.study.polymer;

import java.util.Optional;

/** Candidates one after the other, in constant memory. */
interface CandidateSource extends AutoCloseable {

  /** The next; empty after the last. A row that cannot be read is a candidate without a unit. */
  Optional<Candidate> next();

  @Override
  void close();
}
