package org.suiseki.library;

import org.suiseki.describe.MaterialKind;
import org.suiseki.learn.Column;

/**
 * How many models there are of a property.
 *
 * @param property with its unit
 * @param descriptors how many different ones
 * @param families of architectures, how many different ones
 * @param dataSets how many different ones
 * @param mostRows of training, of any model
 */
public record PropertyShelf(
    Column property,
    MaterialKind kind,
    long models,
    int descriptors,
    int families,
    int dataSets,
    int mostRows) {}
