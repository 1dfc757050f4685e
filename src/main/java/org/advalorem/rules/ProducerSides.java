package org.advalorem.rules;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.advalorem.rules.Member.Role;

/**
 * On whose side each member stands: that of a producer, alone or as a group, or that of a trading company.
 *
 * <p>All cross-owned producers of the respondent are one side; each group of unaffiliated producers is one, and each
 * unaffiliated producer of no group. A member that is neither a producer nor a trading company stands with the one to which
 * it passes the money on, whose affiliate it is, or to which its input goes.
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

    /** A group may bear the name of a member that is none of it. */
    private static String key(Member producer) {
        return producer.group().map(group -> "group " + group).orElse("member " + producer.id());
    }

    /** The producers of each side of unaffiliated producers. */
    List<Set<String>> unaffiliated() {
        return new ArrayList<>(unaffiliated.values());
    }

    /** The producer or trading company with which a member stands; nothing where the scenario does not say. */
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

    /** The producers on the side of a member: those of the respondent itself unless it stands with an unaffiliated one. */
    Set<String> producers(Member member) {
        return standsWith(member)
                .filter(with -> with.is(Role.UNAFFILIATED_PRODUCER))
                .map(with -> unaffiliated.getOrDefault(key(with), Set.of()))
                .orElseGet(company::producers);
    }
}
