package org.suiseki.study.elementmap;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.suiseki.learn.LatentGrid;

/** What the elements are laid out on, with about one and a half places an element. */
enum Layout {
  /** As many rows as columns. */
  SQUARE {
    @Override
    LatentGrid grid(int elements) {
      int side = (int) Math.ceil(Math.sqrt(SPARE * elements));
      return LatentGrid.rectangle(side, side);
    }
  },
  /** About two and a half times as wide as high, as the known table is. */
  WIDE {
    @Override
    LatentGrid grid(int elements) {
      int rows = (int) Math.ceil(Math.sqrt(SPARE * elements / 2.5));
      return LatentGrid.rectangle(rows, (int) Math.ceil(SPARE * elements / rows));
    }
  },
  /** Rings about as many as a third of the places in each. */
  CYLINDER {
    @Override
    LatentGrid grid(int elements) {
      int rings = (int) Math.ceil(Math.sqrt(SPARE * elements / 2.5));
      return LatentGrid.cylinder(rings, (int) Math.ceil(SPARE * elements / rings));
    }
  },
  /** Over a sphere. */
  SPHERE {
    @Override
    LatentGrid grid(int elements) {
      return LatentGrid.sphere((int) Math.ceil(SPARE * elements));
    }
  };

  /** As 81 places for 54 elements, in the published maps. */
  private static final double SPARE = 1.5;

  abstract LatentGrid grid(int elements);

  String text() {
    return name().toLowerCase(Locale.ROOT);
  }

  static List<String> texts() {
    return Arrays.stream(values()).map(Layout::text).toList();
  }

  static Layout named(String text) {
    return valueOf(text.toUpperCase(Locale.ROOT));
  }
}
