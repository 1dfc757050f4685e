package org.advalorem.engine;

import java.util.Arrays;
import java.util.List;
import org.advalorem.calculation.Requirement;

/** A tally of how often each requirement of a calculation failed, and where first. Changes as draws are counted. */
public final class RequirementTally {
    private static final long NEVER = -1;

    private final List<Requirement> requirements;
    private final long[] failed;
    private final long[] first;

    RequirementTally(List<Requirement> requirements) {
        this.requirements = requirements;
        failed = new long[requirements.size()];
        first = new long[requirements.size()];
        Arrays.fill(first, NEVER);
    }

    /** Writes the requirements that failed. */
    void write(PackedWriter out) {
        for (int i = 0; i < failed.length; i++) {
            if (failed[i] > 0) {
                out.count(i + 1).count(failed[i]).count(first[i]);
            }
        }
        out.count(0);
    }

    static RequirementTally read(List<Requirement> requirements, PackedReader in) {
        RequirementTally read = new RequirementTally(requirements);
        for (int place = in.size(); place > 0; place = in.size()) {
            read.add(place - 1, in.count(), in.count());
        }
        return read;
    }

    /** The requirements of the calculation, in the order stated. */
    public List<Requirement> requirements() {
        return requirements;
    }

    /**
     * The number of draws in which a requirement did not hold.
     *
     * @param requirement the index of the requirement
     */
    public long failed(int requirement) {
        return failed[requirement];
    }

    /**
     * The number of the first draw in which a requirement did not hold; -1 if there is none.
     *
     * @param requirement the index of the requirement
     */
    public long firstFailed(int requirement) {
        return first[requirement];
    }

    /** Whether every requirement held in every draw. */
    public boolean isClean() {
        for (long count : failed) {
            if (count > 0) {
                return false;
            }
        }
        return true;
    }

    /** Counts the draws in which a condition does not hold. */
    void count(int requirement, double[] truth, long firstDraw, int count) {
        int held = 0;
        while (held < count && Arithmetic.holds(truth[held])) {
            held++;
        }
        if (held == count) {
            return;
        }
        int failures = 1;
        for (int i = held + 1; i < count; i++) {
            failures += Arithmetic.holds(truth[i]) ? 0 : 1;
        }
        add(requirement, failures, firstDraw + held);
    }

    void add(int requirement, long failures, long firstDraw) {
        failed[requirement] += failures;
        first[requirement] = first[requirement] == NEVER ? firstDraw : Math.min(first[requirement], firstDraw);
    }

    void add(RequirementTally other) {
        for (int i = 0; i < failed.length; i++) {
            if (other.failed[i] > 0) {
                add(i, other.failed[i], other.first[i]);
            }
        }
    }

    RequirementTally copy() {
        RequirementTally copy = new RequirementTally(requirements);
        copy.add(this);
        return copy;
    }

    void clear() {
        Arrays.fill(failed, 0);
        Arrays.fill(first, NEVER);
    }
}
