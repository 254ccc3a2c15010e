package org.suiseki.study.xrd;
final class VegardSeries { static java.util.List<PatternSet> all(long seed, org.suiseki.learn.Progress p) { return java.util.List.of(); } }
