package dev.rapport.shared;

import java.time.Instant;
import java.util.List;
import java.util.Locale;

/** By what something is known again that was erased. Only its keyed hash is ever kept. */
public record TombstoneKey(Kind kind, List<String> parts) {

    /** What it names. */
    public enum Kind {
        AUTHOR,
        CUSTOMER,
        ADDRESS,
        PERSON,
        USER,
        TEXT
    }

    /** An author by the network's id, or by {@code @} and the handle where that stands for it. */
    public static TombstoneKey author(String network, String key) {
        return new TombstoneKey(Kind.AUTHOR, List.of(network, key));
    }

    public static TombstoneKey customer(CustomerKey key) {
        return new TombstoneKey(Kind.CUSTOMER, List.of(key.source(), key.number()));
    }

    /** An e-mail address in lower case. */
    public static TombstoneKey address(String address) {
        return new TombstoneKey(Kind.ADDRESS, List.of(address));
    }

    /** A person by the row they had; ids are given again after a restore, moments are not. */
    public static TombstoneKey person(long id, Instant madeAt) {
        return new TombstoneKey(Kind.PERSON, List.of(Long.toString(id), madeAt.toString()));
    }

    /** A whole cell of a file. */
    public static TombstoneKey text(String cell) {
        return new TombstoneKey(Kind.TEXT, List.of(cell.strip().toLowerCase(Locale.ROOT)));
    }

    /** A user by the row they had. */
    public static TombstoneKey user(long id, Instant madeAt) {
        return new TombstoneKey(Kind.USER, List.of(Long.toString(id), madeAt.toString()));
    }
}
