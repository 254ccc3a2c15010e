package org.suiseki.study.polymer;

import java.nio.file.Path;
import org.suiseki.study.RunFolder;
import org.suiseki.study.Study;

final class PolymerReport {
  private PolymerReport() {}

  static Path write(Study study, PolymerResults results, PolymerData data, PolymerOptions options, RunFolder folder) {
    return folder.path("metrics.json");
  }
}
