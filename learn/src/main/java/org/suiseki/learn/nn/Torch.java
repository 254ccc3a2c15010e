package org.suiseki.learn.nn;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.function.Supplier;
import org.bytedeco.javacpp.FloatPointer;
import org.bytedeco.javacpp.Loader;
import org.bytedeco.javacpp.LongPointer;
import org.bytedeco.openblas.presets.openblas_nolapack;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.TensorOptions;
import org.bytedeco.pytorch.global.torch;
import org.suiseki.learn.LearnException;
import org.suiseki.matter.Failures;

/**
 * The door to libtorch: loads it once, moves arrays in and out.
 *
 * <p>Tensors made here belong to the {@code PointerScope} that is open in the calling thread;
 * without an open scope they are never freed, because JavaCPP's own book-keeping of physical memory
 * is switched off (it costs a third of every operator call).
 */
public final class Torch {
  private static final TensorOptions INT64;

  static {
    if (System.getProperty("org.bytedeco.javacpp.maxPhysicalBytes") == null) {
      System.setProperty("org.bytedeco.javacpp.maxPhysicalBytes", "0");
    }
    unpack();
    try {
      torch.set_num_threads(1);
      // libtorch does not pass its number on to OpenBLAS, whose threads would fight with ours.
      openblas_nolapack.blas_set_num_threads(1);
    } catch (UnsatisfiedLinkError | NoClassDefFoundError error) {
      throw new LearnException(
          "The native library of libtorch cannot be loaded: " + error.getMessage(),
          null,
          "Neural networks run on Linux x86-64, macOS and Windows x86-64; the cache folder of JavaCPP"
              + " (~/.javacpp) needs about 500 MB of free space.",
          error);
    }
    INT64 = new TensorOptions(torch.ScalarType.Long);
    INT64.retainReference();
  }

  private Torch() {}

  /**
   * Libraries that others of libtorch name, before any is loaded: at the first use those would else
   * not be beside them yet, and the linker would take another version where the system has one,
   * such as Debian's libtorch, and crash.
   */
  private static void unpack() {
    String folder = "/org/bytedeco/pytorch/" + Loader.getPlatform() + "/";
    try {
      for (String library : List.of("libc10.so", "libtorch_cpu.so")) {
        if (torch.class.getResource(folder + library) != null) {
          Loader.cacheResource(torch.class, folder + library);
        }
      }
    } catch (IOException unwritable) {
      throw new LearnException(
          "libtorch cannot be unpacked: " + Failures.reason(unwritable) + ".",
          null,
          "The cache folder of JavaCPP (~/.javacpp) needs about 500 MB of free space.",
          unwritable);
    }
  }

  /** The version of libtorch, and of its bindings, such as {@code 2.10.0-1.5.13}. */
  public static String version() {
    try {
      return Loader.getVersion("org.bytedeco", "pytorch");
    } catch (IOException absent) {
      throw new UncheckedIOException("libtorch's jar does not say its version", absent);
    }
  }

  /** Threads that one operator uses, for the calling thread alone. */
  static void threads(int count) {
    torch.set_num_threads(count);
  }

  /** Runs a training on one thread, and tells what libtorch complains of. */
  static <T> T training(Supplier<T> training) {
    threads(1);
    try {
      return training.get();
    } catch (CancellationException | LearnException known) {
      throw known;
    } catch (RuntimeException failure) {
      // libtorch's own; it appends a C++ stack trace, and its first line says what is wrong.
      String message = String.valueOf(failure.getMessage());
      throw new LearnException(
          "Training failed in libtorch: " + message.lines().findFirst().orElse(""),
          null,
          "Check the inputs for infinite values; if they are clean, this is a fault of ours: report"
              + " it.",
          failure);
    }
  }

  static Tensor floats(float[] values, long... shape) {
    try (FloatPointer pointer = new FloatPointer(values)) {
      return torch.from_blob(pointer, shape).clone();
    }
  }

  static Tensor longs(long[] values, long... shape) {
    try (LongPointer pointer = new LongPointer(values)) {
      return torch.from_blob(pointer, shape, INT64).clone();
    }
  }

  static float[] read(Tensor tensor) {
    Tensor flat = tensor.contiguous();
    float[] values = new float[Math.toIntExact(flat.numel())];
    flat.data_ptr_float().get(values);
    return values;
  }
}
