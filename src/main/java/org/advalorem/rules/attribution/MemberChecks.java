package org.advalorem.rules.attribution;

import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.advalorem.facts.Field;
import org.advalorem.facts.Problem;
import org.advalorem.facts.UnusableFactsException;
import org.advalorem.rules.attribution.Member.Role;

/**
 * The consistency of members' statements about one another: every contradiction is noted before any benefit is
 * attributed.
 */
final class MemberChecks {
    private static final List<Role> PRODUCERS = List.of(Role.PRODUCER, Role.UNAFFILIATED_PRODUCER);
    private static final List<Role> WITH_AFFILIATES =
            List.of(Role.PRODUCER, Role.UNAFFILIATED_PRODUCER, Role.TRADING_COMPANY);

    private final Map<String, Member> members;
    private boolean failed;

    private MemberChecks(Map<String, Member> members) {
        this.members = members;
    }

    /**
     * Checks the members of one respondent against one another.
     *
     * @throws UnusableFactsException if there is any contradiction, after noting all of them
     */
    static void check(Map<String, Member> members) {
        MemberChecks checks = new MemberChecks(members);
        Set<String> inCircle = new LinkedHashSet<>();
        for (Member member : members.values()) {
            checks.passesTo(member, inCircle);
            checks.inputTo(member);
            checks.affiliateOf(member);
            checks.fieldsOfRoles(member);
        }
        if (checks.failed) {
            throw new UnusableFactsException();
        }
    }

    /** The member of that name; empty if it could not be read, in which case its problem is already noted. */
    private Optional<Member> member(Optional<String> id) {
        return id.map(members::get);
    }

    private void passesTo(Member first, Set<String> told) {
        Set<String> passed = new LinkedHashSet<>();
        Member holder = first;
        while (holder.passesTo().isPresent() && passed.add(holder.id())) {
            Optional<Member> next = member(holder.passesTo());
            if (next.isEmpty()) {
                return;
            }
            holder = next.get();
        }
        if (holder.passesTo().isPresent() && told.addAll(passed)) {
            problem(
                    first,
                    Member.PASSES_TO,
                    "The money that (" + first.id() + ") passes on comes back to (" + holder.id() + ").",
                    "Leave passes-to out for the member that keeps it.");
        }
    }

    private void inputTo(Member member) {
        Optional<Member> stated = member(member.inputTo());
        if (stated.isEmpty()) {
            return;
        }
        Member target = stated.get();
        if (!PRODUCERS.contains(target.role())) {
            problem(
                    member,
                    Member.INPUT_TO,
                    "(input-to) of (" + member.id() + ") names (" + target.id() + "), whose role is " + target.role()
                            + "; expected a producer of downstream products.",
                    "Write input-to: with the producer that the input finally reaches, directly or indirectly.");
        }
    }

    private void affiliateOf(Member member) {
        Optional<Member> stated = member(member.affiliateOf());
        if (stated.isEmpty()) {
            return;
        }
        Member target = stated.get();
        if (WITH_AFFILIATES.contains(member.role())) {
            problem(
                    member,
                    Member.AFFILIATE_OF,
                    "(affiliate-of) is stated at (" + member.id() + "), whose role is " + member.role()
                            + ", which enters the rate by itself.",
                    "Leave affiliate-of out; write group: for unaffiliated producers that are one group.");
        } else if (!WITH_AFFILIATES.contains(target.role())) {
            problem(
                    member,
                    Member.AFFILIATE_OF,
                    "(affiliate-of) of (" + member.id() + ") names (" + target.id() + "), whose role is "
                            + target.role() + "; expected a producer or a trading company.",
                    "Write affiliate-of: with the producer or the trading company.");
        } else if (member(member.inputTo())
                .filter(downstream -> !sameSide(target, downstream))
                .isPresent()) {
            problem(
                    member,
                    Member.AFFILIATE_OF,
                    "(" + member.id() + ") is an affiliate of (" + target.id() + "), but its input goes to ("
                            + member.inputTo().orElseThrow() + ").",
                    "Write the same member, or leave affiliate-of out: an input supplier goes with its producer.");
        }
    }

    private static boolean sameSide(Member one, Member other) {
        boolean sameGroup = one.group().isPresent() && one.group().equals(other.group());
        boolean bothAffiliated = one.is(Role.PRODUCER) && other.is(Role.PRODUCER);
        return one.equals(other) || sameGroup || bothAffiliated;
    }

    private void fieldsOfRoles(Member member) {
        only(member, Member.GROUP, Role.UNAFFILIATED_PRODUCER);
        only(member, Member.EXAMINED, Role.TRADING_COMPANY);
        only(member, Member.SHARE_OF_US_EXPORTS, Role.TRADING_COMPANY);
        only(member, Member.US_SALES_SOURCED, Role.PRODUCER, Role.UNAFFILIATED_PRODUCER);
        only(member, Member.SHARE_OF_OUTPUT, Role.UTILITY);
        only(member, Member.SHARE_OF_SUPPLY, Role.UTILITY);
        only(member, Member.EXCLUDE_SALES_BETWEEN, Role.UTILITY);
        only(member, PrimarilyDedicated.FACTORS, Role.INPUT_SUPPLIER);
    }

    /** Refuses a field that no rule reads for the member's role: its author must have intended something by it. */
    private void only(Member member, Field<?> field, Role... roles) {
        if (member.facts().has(field) && !Arrays.asList(roles).contains(member.role())) {
            String wanted =
                    String.join(" or ", Arrays.stream(roles).map(Role::toString).toList());
            problem(
                    member,
                    field,
                    "(" + field.name() + ") is stated at (" + member.id() + "), whose role is " + member.role()
                            + "; it applies only to the role " + wanted + ".",
                    "Leave it out, or write role: " + roles[0] + ".");
        }
    }

    private void problem(Member member, Field<?> field, String message, String advice) {
        member.facts()
                .context()
                .problems()
                .add(Problem.Code.AV401, member.facts().origin(field), message, advice);
        failed = true;
    }
}
