package dev.rapport.understanding;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;

/**
 * What labelled texts of other tasks teach about intents and reasons: a question by its mark, which is then hidden; complaints
 * and reasons by what bank customers ask about, set against talk of all kinds.
 */
final class WishLessons {

    private static final String SERVICE = "intent/banking77";
    private static final Set<String> TALK =
            Set.of("sentiment/goemotions", "sentiment/vadertweets", "sentiment/vadernyt");

    private static final Set<String> FAILURES = Set.of(
            "Refund_not_showing_up",
            "balance_not_updated_after_bank_transfer",
            "balance_not_updated_after_cheque_or_cash_deposit",
            "beneficiary_not_allowed",
            "card_arrival",
            "card_not_working",
            "card_payment_fee_charged",
            "card_payment_not_recognised",
            "card_payment_wrong_exchange_rate",
            "card_swallowed",
            "cash_withdrawal_charge",
            "cash_withdrawal_not_recognised",
            "compromised_card",
            "contactless_not_working",
            "declined_card_payment",
            "declined_cash_withdrawal",
            "declined_transfer",
            "direct_debit_payment_not_recognised",
            "extra_charge_on_statement",
            "failed_transfer",
            "pending_card_payment",
            "pending_cash_withdrawal",
            "pending_top_up",
            "pending_transfer",
            "reverted_card_payment?",
            "top_up_failed",
            "top_up_reverted",
            "transaction_charged_twice",
            "transfer_fee_charged",
            "transfer_not_received_by_recipient",
            "unable_to_verify_identity",
            "virtual_card_not_working",
            "wrong_amount_of_cash_received",
            "wrong_exchange_rate_for_cash_withdrawal");

    /** Parts of the bank's labels by the reason they tell; the first that fits counts. */
    private static final List<Map.Entry<String, String>> REASONS = List.of(
            Map.entry("refund", "refund"),
            Map.entry("cancel", "cancelled"),
            Map.entry("terminate", "cancelled"),
            Map.entry("lost_or_stolen", "lost"),
            Map.entry("swallowed", "lost"),
            Map.entry("compromised", "security"),
            Map.entry("not_recognised", "security"),
            Map.entry("charge", "billing"),
            Map.entry("fee", "billing"),
            Map.entry("exchange_rate", "billing"),
            Map.entry("wrong_amount", "mistake"),
            Map.entry("reverted", "mistake"),
            Map.entry("not_working", "faulty"),
            Map.entry("declined", "faulty"),
            Map.entry("failed", "faulty"),
            Map.entry("not_updated", "late"),
            Map.entry("pending", "late"),
            Map.entry("not_received", "late"),
            Map.entry("arrival", "late"),
            Map.entry("delivery", "late"),
            Map.entry("verify", "account"),
            Map.entry("pin", "account"),
            Map.entry("passcode", "account"),
            Map.entry("personal_details", "account"),
            Map.entry("activate", "account"),
            Map.entry("", "information"));

    private WishLessons() {}

    /** 1 for a question, 0 for none; nothing where a mark tells nothing. */
    static OptionalInt question(Lesson lesson) {
        boolean service = lesson.source().equals(SERVICE);
        if (!service && !TALK.contains(lesson.source())) {
            return OptionalInt.empty();
        }
        boolean asks = lesson.text().strip().endsWith("?");
        return service && !asks ? OptionalInt.empty() : OptionalInt.of(asks ? 1 : 0);
    }

    /** The text without the marks that would give a question away. */
    static String unmarked(String text) {
        return text.replaceAll("[?!.]+(\\s|$)", " ").strip();
    }

    /** 1 for a complaint, 0 for none. */
    static OptionalInt complaint(Lesson lesson) {
        if (lesson.source().equals(SERVICE)) {
            return OptionalInt.of(FAILURES.contains(lesson.label()) ? 1 : 0);
        }
        return TALK.contains(lesson.source()) ? OptionalInt.of(0) : OptionalInt.empty();
    }

    /** The number of a shipped reason; for talk, where nobody turns to a service desk, the number behind the last. */
    static OptionalInt reason(Lesson lesson) {
        if (!lesson.source().equals(SERVICE)) {
            return TALK.contains(lesson.source()) ? OptionalInt.of(CareReasons.SHIPPED.size()) : OptionalInt.empty();
        }
        String label = lesson.label().toLowerCase(Locale.ROOT);
        return REASONS.stream()
                .filter(one -> label.contains(one.getKey()))
                .mapToInt(one -> CareReasons.SHIPPED.indexOf(one.getValue()))
                .findFirst();
    }
}
