package org.advalorem.api;

import java.util.Objects;

/**
 * A value for an address, as one writes it after {@code --set} or in a scenario file.
 *
 * <p>{@code Setting.of("companies.acme.export-value-adjustment.markup", "8%")}. What a value may look like:
 *
 * <ul>
 *   <li>a number with its unit: {@code 8%}, {@code 12.5 million USD}, {@code 2016-03-15}; a rate needs its percent sign;
 *   <li>a word among the choices, such as {@code ratio}, or {@code yes} and {@code no};
 *   <li>a change of what is there: {@code times 1.05}, {@code plus 10};
 *   <li>{@code none}, which removes what is there;
 *   <li>{@code [a list]} or {@code {a: mapping}};
 *   <li>for {@link Scenario#sweep} a range: {@code 0% to 12%}, {@code 0% to 12% in 7}, {@code none, ratio}.
 * </ul>
 *
 * @param address whole, or short for one value: {@code markup} where only one company has one; {@link Scenario#find} looks
 *     addresses up
 * @param value as text
 */
public record Setting(String address, String value) {
    /** Refuses nothing but null: a wrong address or value is told by the scenario that it is meant for. */
    public Setting {
        Objects.requireNonNull(address, "address");
        Objects.requireNonNull(value, "value");
    }

    /** A value for an address. */
    public static Setting of(String address, String value) {
        return new Setting(address, value);
    }

    /** {@code address=value}, as after {@code --set}. */
    @Override
    public String toString() {
        return address + "=" + value;
    }
}
