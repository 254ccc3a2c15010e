package org.suiseki.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.suiseki.learn.Progress;

class ConveyorTest {

  @Test
  void handsOverInOrderAndHoldsFew() {
    List<Integer> delivered = new ArrayList<>();
    AtomicInteger begun = new AtomicInteger();
    int[] most = new int[1];
    try (Conveyor<Integer> belt =
        new Conveyor<>(
            3,
            piece -> {
              most[0] = Math.max(most[0], begun.get() - delivered.size());
              delivered.add(piece);
            },
            Progress.SILENT)) {
      for (int i = 0; i < 1000; i++) {
        int piece = i;
        belt.lay(() -> {
          begun.incrementAndGet();
          if (piece % 7 == 0) {
            Thread.yield();
          }
          return piece;
        });
      }
      belt.finish();
    }
    assertThat(delivered).hasSize(1000).isSorted();
    // 16 pieces for each thread wait at most, and one is just being laid on.
    assertThat(most[0]).isBetween(1, 3 * 16 + 1);
  }

  @Test
  void passesOnWhatAPieceThrows() {
    try (Conveyor<Integer> belt = new Conveyor<>(2, piece -> {}, Progress.SILENT)) {
      assertThatThrownBy(
              () -> {
                belt.lay(() -> {
                  throw new IllegalStateException("no good");
                });
                belt.finish();
              })
          .isInstanceOf(IllegalStateException.class)
          .hasMessage("no good");
    }
  }

  @Test
  void doesNotWaitForASlowPieceWhenAskedToStop() throws InterruptedException {
    CountDownLatch never = new CountDownLatch(1);
    AtomicInteger asked = new AtomicInteger();
    Progress progress =
        new Progress() {
          @Override
          public void step(String stage, long done, long total) {}

          @Override
          public boolean cancelled() {
            return asked.incrementAndGet() > 3;
          }
        };
    try (Conveyor<Integer> belt = new Conveyor<>(1, piece -> {}, progress)) {
      belt.lay(() -> {
        try {
          never.await();
        } catch (InterruptedException e) {
          Thread.currentThread().interrupt();
        }
        return 1;
      });
      assertThatThrownBy(belt::finish).isInstanceOf(CancellationException.class);
    }
    assertThat(never.getCount()).isOne();
  }

  @Test
  void stopsWhenAsked() {
    AtomicBoolean stop = new AtomicBoolean();
    Progress progress =
        new Progress() {
          @Override
          public void step(String stage, long done, long total) {}

          @Override
          public boolean cancelled() {
            return stop.get();
          }
        };
    List<Integer> delivered = new ArrayList<>();
    try (Conveyor<Integer> belt = new Conveyor<>(2, delivered::add, progress)) {
      belt.lay(() -> 1);
      stop.set(true);
      assertThatThrownBy(() -> belt.lay(() -> 2)).isInstanceOf(CancellationException.class);
      assertThatThrownBy(belt::finish).isInstanceOf(CancellationException.class);
    }
  }
}
