package org.suiseki.study.tasks;

import java.nio.file.Path;
import java.util.Optional;

/**
 * Where the rows of a task are.
 *
 * @param file a CSV table or JSON lines, plain or gzipped; of a shipped task the name of a resource
 * @param shipped whether it is part of the product
 * @param sha256 that it must have, where the task states one
 * @param url where it can be had, for the person
 * @param source as people cite it
 * @param licence as stated there
 */
record TaskSource(
    Path file,
    boolean shipped,
    Optional<String> sha256,
    Optional<String> url,
    String source,
    String licence) {}
