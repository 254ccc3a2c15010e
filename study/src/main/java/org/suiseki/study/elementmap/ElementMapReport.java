package org.suiseki.study.elementmap;

import java.nio.file.Path;
import org.suiseki.learn.Origin;
import org.suiseki.study.RunFolder;
import org.suiseki.study.Study;

final class ElementMapReport {
  private ElementMapReport() {}

  static Path write(
      Study study,
      ElementMapResults results,
      RunFolder folder,
      ElementMapOptions options,
      Origin origin) {
    return folder.path("metrics.json");
  }
}
