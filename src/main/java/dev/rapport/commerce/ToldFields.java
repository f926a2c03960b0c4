package dev.rapport.commerce;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Currency;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The fields of a line about a purchase or a contract. Whatever is missing or cannot be read is an
 * {@link IllegalArgumentException} that says what to write instead.
 */
record ToldFields(Map<String, Object> values) {

    /** In characters; what is looked up has to fit into an index. */
    static final int LONGEST_KEY = 200;

    private static final int LONGEST_TEXT = 2_000;
    private static final int CENTS = 2;

    String key(String field) {
        String key = optionalKey(field);
        if (key == null) {
            throw new IllegalArgumentException("The field “" + field + "” is empty, and it is needed.");
        }
        return key;
    }

    @Nullable
    String optionalKey(String field) {
        return text(field, LONGEST_KEY);
    }

    @Nullable
    String text(String field) {
        return text(field, LONGEST_TEXT);
    }

    boolean has(String field) {
        return text(field, Integer.MAX_VALUE) != null;
    }

    @Nullable
    LocalDate day(String field) {
        String written = text(field);
        return written == null ? null : WrittenDay.day(field, written);
    }

    /** When it was bought: {@code bought_at} or {@code bought_on}, either of which may hold a day or a moment. */
    Bought bought() {
        String field = has("bought_at") ? "bought_at" : "bought_on";
        String written = text(field);
        if (written == null) {
            throw new IllegalArgumentException(
                    "Neither “bought_on” nor “bought_at” says when it was bought. Write the day as 2026-12-31.");
        }
        return WrittenDay.bought(field, written);
    }

    /** Always with cents, so that 5 and 5.00 are the same. */
    @Nullable
    BigDecimal amount() {
        BigDecimal amount = number("amount");
        return amount == null ? null : amount.setScale(Math.max(CENTS, amount.scale()));
    }

    BigDecimal quantity() {
        BigDecimal quantity = number("quantity");
        return quantity == null ? BigDecimal.ONE : quantity.setScale(Math.max(0, quantity.scale()));
    }

    @Nullable
    String currency() {
        String code = text("currency");
        if (code == null) {
            return null;
        }
        try {
            return Currency.getInstance(code.toUpperCase(Locale.ROOT)).getCurrencyCode();
        } catch (IllegalArgumentException unknown) {
            throw new IllegalArgumentException(
                    "The field “currency” says “" + code + "”. Write the three letters of its code, EUR or USD.",
                    unknown);
        }
    }

    RecordContract.@Nullable Pace pace() {
        String written = text("paid_every");
        if (written == null) {
            return null;
        }
        return Arrays.stream(RecordContract.Pace.values())
                .filter(pace -> pace.name().equalsIgnoreCase(written))
                .findFirst()
                .orElseThrow(() ->
                        new IllegalArgumentException("The field “paid_every” says “" + written + "”. It can be: "
                                + Arrays.stream(RecordContract.Pace.values())
                                        .map(pace -> pace.name().toLowerCase(Locale.ROOT))
                                        .collect(Collectors.joining(", "))
                                + "."));
    }

    /** Without zeros at its end, so that the same number is always written the same. */
    private @Nullable BigDecimal number(String field) {
        Object value = values.get(field);
        return value == null || !has(field)
                ? null
                : WrittenNumber.read(field, value).stripTrailingZeros();
    }

    private @Nullable String text(String field, int longest) {
        Object value = values.get(field);
        String text = value == null ? "" : value.toString().strip();
        if (text.length() > longest) {
            throw new IllegalArgumentException("The field “" + field + "” is longer than " + longest + " characters.");
        }
        return text.isEmpty() ? null : text;
    }
}
