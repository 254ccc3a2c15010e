package org.suiseki.learn.nn;

/** What an autoencoder is taught beside giving back its inputs. */
public enum Variant {
  /** Nothing. */
  PLAIN,
  /**
   * To give back clean what it got with noise (Vincent et al., ICML 2008, 10.1145/1390156.1390294).
   */
  DENOISING,
  /**
   * To place points as if drawn from a normal distribution, with a width for each (Kingma and
   * Welling, arXiv 1312.6114); coordinates that a set does not need fall silent.
   */
  VARIATIONAL
}
