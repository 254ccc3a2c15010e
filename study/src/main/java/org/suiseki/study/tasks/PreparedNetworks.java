package org.suiseki.study.tasks;

import java.util.Optional;
import org.suiseki.learn.Dataset;
import org.suiseki.learn.Split;
import org.suiseki.learn.nn.NetworkSchedule;
import org.suiseki.learn.nn.NetworkTraining;

/** Keeps the rows of the split that was trained on last, which batch after batch asks for. */
final class PreparedNetworks {
  private final NetworkSchedule schedule;
  private Optional<Prepared> last = Optional.empty();

  PreparedNetworks(NetworkSchedule schedule) {
    this.schedule = schedule;
  }

  private record Prepared(Dataset data, Split split, NetworkTraining training) {}

  NetworkTraining of(Dataset data, Split split) {
    Prepared prepared =
        last.filter(one -> one.data() == data && one.split() == split)
            .orElseGet(() -> new Prepared(data, split, NetworkTraining.of(data, split, schedule)));
    last = Optional.of(prepared);
    return prepared.training();
  }
}
