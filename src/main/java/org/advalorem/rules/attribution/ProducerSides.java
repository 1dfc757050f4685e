package org.advalorem.rules.attribution;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.advalorem.rules.attribution.Member.Role;

/**
 * The side on which each member stands: that of a producer, alone or as a group, or that of a trading company.
 *
 * <p>All cross-owned producers of the respondent form one side; so does each group of unaffiliated producers, and each
 * unaffiliated producer that belongs to no group. A member that is neither a producer nor a trading company stands with
 * the member to which it passes money through, of which it is an affiliate, or to which it supplies its input.
 */
final class ProducerSides {
    private final Company company;
    private final Map<String, Set<String>> unaffiliated = new LinkedHashMap<>();

    ProducerSides(Company company) {
        this.company = company;
        for (Member producer : company.members(Role.UNAFFILIATED_PRODUCER)) {
            unaffiliated
                    .computeIfAbsent(key(producer), side -> new LinkedHashSet<>())
                    .add(producer.id());
        }
    }

    /** The key of a producer's side, which keeps a group apart from a member outside it that has the same name. */
    private static String key(Member producer) {
        return producer.group().map(group -> "group " + group).orElse("member " + producer.id());
    }

    /** The producers of each side of unaffiliated producers. */
    List<Set<String>> unaffiliated() {
        return new ArrayList<>(unaffiliated.values());
    }

    /** The producer or trading company with which a member stands; empty if the scenario does not say. */
    Optional<Member> standsWith(Member member) {
        Optional<String> next = member.passesTo();
        if (next.isEmpty() && !isSideOfItsOwn(member)) {
            next = member.affiliateOf().or(member::inputTo);
        }
        if (next.isPresent()) {
            return standsWith(company.member(next.get()));
        }
        return Optional.of(member).filter(ProducerSides::isSideOfItsOwn);
    }

    private static boolean isSideOfItsOwn(Member member) {
        return switch (member.role()) {
            case PRODUCER, UNAFFILIATED_PRODUCER, TRADING_COMPANY -> true;
            case INPUT_SUPPLIER, UTILITY, HOLDING, OTHER -> false;
        };
    }

    /**
     * The producers on a member's side: the respondent's own, unless the member stands with an unaffiliated producer.
     */
    Set<String> producers(Member member) {
        return standsWith(member)
                .filter(with -> with.is(Role.UNAFFILIATED_PRODUCER))
                .map(with -> unaffiliated.getOrDefault(key(with), Set.of()))
                .orElseGet(company::producers);
    }
}
