/**
 * The program on Apache Spark: the same commands, with their work done by executors and merged to the same bytes.
 *
 * <p>{@link org.advalorem.cluster.Main} runs a command of {@code org.advalorem.cli} with {@code SparkWorkers}; executors run
 * the same command up to its work, from a {@code Shipment} of its words and the bytes of its files.
 */
package org.advalorem.cluster;
