package org.suiseki.matter.io;

import java.util.List;
import org.suiseki.matter.CoreLevelSite;
import org.suiseki.matter.MatterException;

/** The transitions of every symmetry-distinct site; at least one site. */
public record SiteSticks(List<CoreLevelSite> sites) implements Absorption {

  public SiteSticks {
    sites = List.copyOf(sites);
    if (sites.isEmpty()) {
      throw new MatterException("There is no site.", "Give the transitions of at least one atom.");
    }
  }

  /** How many atoms the sites stand for. */
  public int atoms() {
    return sites.stream().mapToInt(CoreLevelSite::multiplicity).sum();
  }
}
