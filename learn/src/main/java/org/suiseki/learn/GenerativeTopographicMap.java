package org.suiseki.learn;

import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;

/**
 * A map on nodes that are laid out beforehand: a smooth sheet of nodes through the rows, each row
 * being a node plus noise (generative topographic mapping: Bishop, Svensén and Williams, Neural
 * Comput. 10, 215, 1998, doi:10.1162/089976698300017953). With nodes x_k, k = 1…K, basis functions
 * φ (Gaussians around centres and a constant), weights W and the precision β of the noise, of
 * {@link CommonScale scaled} inputs t with D columns:
 *
 * <pre>
 * y(x) = W φ(x)                                          p(t) = 1/K Σ_k N(t | y(x_k), I / β)
 * r_kn = N(t_n | y_k, I/β) / Σ_k' N(t_n | y_k', I/β)                     responsibilities, E step
 * (Φᵀ G Φ + λ/β I) Wᵀ = Φᵀ R T,  G = diag Σ_n r_kn                            M step, eq. 2.12
 * 1/β = Σ r_kn |t_n − y_k|² / (N D)                                                  eq. 2.13
 * </pre>
 *
 * <p>The penalised log-likelihood Σ log p(t_n) − λ/2 |W|² never falls from one round to the next.
 * It starts as the plane of the principal components, a latent coordinate that varies more being
 * laid along one that does (eq. 2.20 to 2.22 and the text there), so that there are no random
 * numbers and the same rows give the same map. Validation rows are not used.
 *
 * <p>With {@code exclusive} rounds the map is then made again with each training row on a node of
 * its own, the pairing of least total squared distance (as in the third step of the periodic table
 * generator: Kusaba, Liu, Koyama, Terakura and Yoshida, Sci. Rep. 11, 4780, 2021,
 * doi:10.1038/s41598-021-81850-z): pairing and M step in turn until the pairing stays. Deviation:
 * their sheet is a Gaussian process whose length and variance depend on the place; here it is one
 * width for all, and how far it may bend is a matter of {@code centres} and {@code regularisation}.
 *
 * <p>Cost a round: O(rows · nodes · inputs + nodes · centres²), and O(nodes³) for a pairing. When
 * not to use it: beyond two or three coordinates nodes are too many; for many thousand rows with no
 * need of a fixed layout take {@link PrincipalComponents} or an autoencoder.
 *
 * @param nodes where rows may be put
 * @param centres about how many basis functions, see {@link LatentGrid#covering}
 * @param width of a basis function, as a multiple of the distance of neighbouring centres
 * @param regularisation λ, of scaled inputs; 0 or more
 * @param rounds of the expectation-maximisation at most; it stops where the penalised
 *     log-likelihood of a row rises by less than 10⁻⁹
 * @param exclusive rounds with one row a node at most; 0 for none
 */
public record GenerativeTopographicMap(
    LatentGrid nodes, int centres, double width, double regularisation, int rounds, int exclusive)
    implements LatentEstimator<GenerativeTopographicMapModel> {

  private static final double ENOUGH = 1e-9;

  public GenerativeTopographicMap {
    if (centres < 2
        || !(width > 0 && width <= 1000)
        || !(regularisation >= 0 && regularisation < Double.POSITIVE_INFINITY)
        || rounds < 1
        || exclusive < 0) {
      throw new LearnException(
          "A map of "
              + centres
              + " centres of width "
              + width
              + ", regularisation "
              + regularisation
              + " and "
              + rounds
              + " + "
              + exclusive
              + " rounds cannot be made.",
          "Give two centres or more, a width above 0 and up to 1000, a regularisation of 0 or more,"
              + " and a round or more.");
    }
  }

  /** Sixteen centres, as wide as they are apart, λ = 0.1, at most 500 rounds, rows share nodes. */
  public GenerativeTopographicMap(LatentGrid nodes) {
    this(nodes, 16, 1, 0.1, 500, 0);
  }

  @Override
  public String name() {
    return GenerativeTopographicMapModel.KIND;
  }

  @Override
  public int size() {
    return nodes.size();
  }

  public GenerativeTopographicMap withCentres(int other) {
    return new GenerativeTopographicMap(nodes, other, width, regularisation, rounds, exclusive);
  }

  public GenerativeTopographicMap withRegularisation(double other) {
    return new GenerativeTopographicMap(nodes, centres, width, other, rounds, exclusive);
  }

  public GenerativeTopographicMap withRounds(int other) {
    return new GenerativeTopographicMap(nodes, centres, width, regularisation, other, exclusive);
  }

  public GenerativeTopographicMap withExclusive(int other) {
    return new GenerativeTopographicMap(nodes, centres, width, regularisation, rounds, other);
  }

  /**
   * Learns from the training rows.
   *
   * @throws LearnException where they vary in fewer directions than the map has coordinates, have a
   *     value that is missing or infinite, or are more than the nodes while each shall have one of
   *     its own
   */
  @Override
  public GenerativeTopographicMapModel fit(Table rows, Split split, Progress progress) {
    progress.check();
    CommonScale scale = CommonScale.of(rows, split.train());
    Table train = rows.selectRows(split.train());
    double[] x = scale.apply(train);
    if (exclusive > 0 && train.rows() > nodes.count()) {
      throw new LearnException(
          train.rows() + " rows cannot have one of " + nodes.count() + " nodes each.",
          "Lay out more nodes, or let rows share them.");
    }
    LatentGrid middles = nodes.covering(centres);
    RadialKernel basis = RadialKernel.of(flat(middles.nodes()), size(), width * middles.step());
    TopographicFit fit =
        new TopographicFit(TopographicFit.design(basis, nodes), x, rows.width(), regularisation);
    start(fit, new Table(rows.columns(), train.rows(), x));
    expectationMaximisation(fit, train.rows(), progress);
    pairings(fit, progress);
    return new GenerativeTopographicMapModel(
        scale, nodes, basis, fit.weights(), fit.precision(), fit.history());
  }

  private void expectationMaximisation(TopographicFit fit, int rows, Progress progress) {
    double last = fit.expectation();
    for (int round = 0; round < rounds; round++) {
      progress.check();
      fit.maximisation();
      double now = fit.expectation();
      if (now - last < ENOUGH * rows) {
        break;
      }
      last = now;
    }
  }

  private void pairings(TopographicFit fit, Progress progress) {
    int[] before = {};
    for (int round = 0; round < exclusive; round++) {
      progress.check();
      int[] pairing = fit.pair();
      if (Arrays.equals(pairing, before)) {
        break;
      }
      fit.maximisation();
      before = pairing;
    }
  }

  /** The sheet as the plane of the principal components, and the noise that it leaves. */
  private void start(TopographicFit fit, Table scaled) {
    PrincipalDirections found = PrincipalDirections.of(scaled);
    int directions = size();
    double total = Arrays.stream(found.eigenvalues()).sum();
    int rank = total > 0.5 * scaled.values().length ? found.rank() : 0;
    SymmetricEigen.requireRank(rank, Math.min(directions, scaled.width()), scaled.rows());
    double[] middle = middle();
    double[] spread = spreads(middle);
    int[] order =
        IntStream.range(0, directions)
            .boxed()
            .sorted(Comparator.comparingDouble(i -> -spread[i]))
            .mapToInt(Integer::intValue)
            .toArray();
    double[] plane = new double[nodes.count() * scaled.width()];
    for (int k = 0; k < directions && k < rank; k++) {
      int coordinate = order[k];
      if (!(spread[coordinate] > 0)) {
        continue;
      }
      double[] direction = found.direction(k);
      SymmetricEigen.orient(direction);
      double length = Math.sqrt(found.eigenvalues()[k] / scaled.rows()) / spread[coordinate];
      for (int node = 0; node < nodes.count(); node++) {
        double along = length * (nodes.nodes()[node][coordinate] - middle[coordinate]);
        for (int input = 0; input < direction.length; input++) {
          plane[node * direction.length + input] += along * direction[input];
        }
      }
    }
    double next =
        rank > directions ? found.eigenvalues()[directions] / scaled.rows() : Double.MIN_NORMAL;
    fit.start(plane, next);
  }

  private double[] middle() {
    double[] middle = new double[size()];
    for (double[] node : nodes.nodes()) {
      for (int i = 0; i < middle.length; i++) {
        middle[i] += node[i] / nodes.count();
      }
    }
    return middle;
  }

  /** The deviation of each coordinate over the nodes. */
  private double[] spreads(double[] middle) {
    double[] spread = new double[middle.length];
    for (double[] node : nodes.nodes()) {
      for (int i = 0; i < middle.length; i++) {
        spread[i] += (node[i] - middle[i]) * (node[i] - middle[i]) / nodes.count();
      }
    }
    for (int i = 0; i < spread.length; i++) {
      // Rounding would make one of two equal spreads the larger one.
      spread[i] = Math.rint(Math.sqrt(spread[i]) * 1e9) / 1e9;
    }
    return spread;
  }

  static double[] flat(double[][] points) {
    return Arrays.stream(points).flatMapToDouble(Arrays::stream).toArray();
  }
}
