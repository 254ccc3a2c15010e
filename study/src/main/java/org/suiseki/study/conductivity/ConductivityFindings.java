package org.suiseki.study.conductivity;

import org.suiseki.study.findings.Findings;
import tools.jackson.databind.node.ObjectNode;

/** The page of a run. */
record ConductivityFindings(ConductivityResults results) {
  static final String COUNTED = "materials";

  Findings of(String title, ObjectNode provenance) {
    return Findings.titled(title).counting(COUNTED, "material").provenance(provenance);
  }
}
