/**
 * Loans: the interest paid against the interest on a comparable commercial loan, 19 CFR 351.505.
 *
 * <p>May import {@code rules.base} and {@code rules.benchmarks}. These types cross into other packages; the rest is hidden:
 *
 * <ul>
 *   <li>the program types {@link org.advalorem.rules.loans.Loan} (compared by day or by payment), {@link org.advalorem.rules.loans.LoanGuarantee} (a loan that the government guarantees) and {@link org.advalorem.rules.loans.LoanDifferentSchedule} (two schedules of repayment
 *       compared over the life of the loan);
 *   <li>{@link org.advalorem.rules.loans.LoanBenchmark}, the rate of the comparable commercial loan of a use;
 *   <li>{@link org.advalorem.rules.loans.Uncreditworthiness}, which raises a rate for the probability of default: 19 CFR 351.505(a)(3)(iii).
 * </ul>
 *
 * <p>The rate of a five-year loan in yuan, agreed in 2014 at a fixed rate:
 *
 * <pre>{@code
 * LoanBenchmark benchmark = new LoanBenchmark(facts, context);
 * Term rate = benchmark.longTerm("CNY", 2014, 2014, 5, false);
 * benchmark.write();
 * }</pre>
 *
 * <p>Internal: may change in any version.
 */
@NullMarked
package org.advalorem.rules.loans;

import org.jspecify.annotations.NullMarked;
