package org.suiseki.app;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.SplittableRandom;

/** Folders of diffraction patterns as a person measures them: a series of one solid solution. */
final class AlloyFolders {
  static final String HEAD = "# wavelength: 1.5406\n# 2theta counts\n";
  static final int COMPOSITIONS = 10;

  private static final double[] SPACINGS = {3.60, 2.95, 2.48};
  private static final double[] HEIGHTS = {900, 400, 650};

  private AlloyFolders() {}

  /** Of the second metal in %, in the composition with this number. */
  static double content(int composition) {
    return 100.0 * composition / (COMPOSITIONS - 1);
  }

  /** Two patterns of each composition and the table of what they are. */
  static Path write(Path folder) throws IOException {
    Files.createDirectories(folder);
    StringBuilder table = new StringBuilder("file,Ni [at.%]\n");
    for (int composition = 0; composition < COMPOSITIONS; composition++) {
      for (int measurement = 0; measurement < 2; measurement++) {
        String name = String.format(Locale.ROOT, "s%02d-%d.xy", composition, measurement);
        Files.writeString(
            folder.resolve(name), pattern(content(composition), 100L * composition + measurement));
        table.append(String.format(Locale.ROOT, "%s,%.2f%n", name, content(composition)));
      }
    }
    Files.writeString(folder.resolve("values.csv"), table);
    return folder;
  }

  /** Counts from 20° to 45°. */
  static String pattern(double content, long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    StringBuilder text = new StringBuilder(HEAD);
    for (int i = 0; i <= 250; i++) {
      double angle = 20 + 0.1 * i;
      double mean = 60 - 0.5 * angle;
      for (int peak = 0; peak < SPACINGS.length; peak++) {
        double spacing = SPACINGS[peak] * (1 + 0.0002 * content);
        double at = Math.toDegrees(2 * Math.asin(1.5406 / (2 * spacing)));
        double height = HEIGHTS[peak] * (peak == 1 ? 1 - 0.006 * content : 1);
        mean += height * Math.exp(-Math.pow((angle - at) / 0.3, 2));
      }
      // The mean of three uniform numbers, scaled to the deviation of counts.
      double normal = 2 * (uniform(random) + uniform(random) + uniform(random) - 1.5);
      text.append(
          String.format(
              Locale.ROOT, "%.2f %.0f%n", angle, Math.max(0, mean + Math.sqrt(mean) * normal)));
    }
    return text.toString();
  }

  private static double uniform(SplittableRandom random) {
    return (random.nextLong() >>> 11) * 0x1p-53;
  }
}
