package org.suiseki.study.conductivity;

import org.suiseki.study.Job;
import org.suiseki.study.RunOptions;
import org.suiseki.study.Study;
import org.suiseki.study.Workflow;

/** Studies of kind {@code lattice-thermal-conductivity}. */
public final class ConductivityWorkflow implements Workflow {

  @Override
  public String kind() {
    return "lattice-thermal-conductivity";
  }

  @Override
  public Job prepare(Study study, RunOptions asked) {
    ConductivityOptions options = ConductivityOptions.read(study, asked);
    study.options().rejectUnknown();
    return new ConductivityJob(study, options, ConductivityData.read(options));
  }
}
