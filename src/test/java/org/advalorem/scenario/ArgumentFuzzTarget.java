package org.advalorem.scenario;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.advalorem.facts.Address;
import org.advalorem.facts.Problems;
import org.advalorem.report.ProblemText;
import org.advalorem.whatif.ValueRange;

/**
 * Any text as an address, and as the argument of {@code --set} and {@code --vary}: problems, or what reads back from its
 * written form.
 */
public final class ArgumentFuzzTarget {
    /** Of the small language, whose addresses are soon searched. */
    private static final Scenario SCENARIO = Toy.readInput("""
                    format: advalorem/1
                    benchmarks:
                      ingot: {type: price, unit: USD/t, world: {TDM: {2016-01: 2000}}, freight: {Maersk: 62, 'in''got': 5}}
                    companies:
                      zhongji:
                        currency: CNY
                        markup: {value: 6%, status: verified}
                        method: ratio
                        listed: yes
                        sales: {2015: 1.0 billion, 2016: 12.5 million CNY}
                        uses: {loans: [{to: zj, amount: 5}, {to: hf, purchases: [{month: 2016-01, price: 10}]}]}
                    """, new Problems()).orElseThrow();

    private ArgumentFuzzTarget() {}

    /** The name that the fuzzer calls. */
    public static void fuzzerTestOneInput(byte[] input) {
        String text = new String(input, StandardCharsets.UTF_8);
        address(text);
        set(text);
        Problems problems = new Problems();
        ValueRange.read(SCENARIO, List.of(text), problems);
        Uncertain.read(SCENARIO, List.of(text), problems);
        told(problems);
    }

    private static void address(String text) {
        Address address;
        try {
            address = Address.parse(text);
        } catch (IllegalArgumentException refused) {
            return;
        }
        if (!Address.parse(address.toString()).equals(address)) {
            throw new IllegalStateException("Not the same when read back: " + address);
        }
    }

    private static void set(String text) {
        Problems problems = new Problems();
        Optional<Assignment> read = SetArgument.parse(text, problems);
        if (read.isPresent()) {
            SCENARIO.with(List.of(read.get()), problems);
        }
        told(problems);
        if (read.isEmpty() || !problems.isEmpty()) {
            return;
        }
        String written = SetArgument.of(read.get());
        Optional<Assignment> again = SetArgument.parse(written, problems);
        if (again.isEmpty()
                || !again.get().address().equals(read.get().address())
                || !Scenario.writeTheSame(again.get().value(), read.get().value())) {
            throw new IllegalStateException("Not the same when read back: " + written);
        }
    }

    private static void told(Problems problems) {
        String told = ProblemText.of(problems.sorted());
        if (told.indexOf('\u001b') >= 0) {
            throw new IllegalStateException("A problem acts on the terminal: " + told);
        }
    }
}
