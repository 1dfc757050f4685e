/** What is measured: JMH benchmarks, and this program's side of the comparison with other tools in {@code peers}. */
package org.advalorem.benchmarks;
