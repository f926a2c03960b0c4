package dev.rapport.channels.spi;

import java.net.URI;
import java.util.List;
import java.util.Map;

/**
 * What has to be entered to connect a place of a kind. Labels stand in the texts as {@code channels.set-up.<kind>.<field>}.
 *
 * @param network the network its authors' ids are stable on
 * @param isProven false as long as it was never tried against the live service; screens say so
 */
public record Setup(String network, boolean isProven, List<Field> fields) {

    /** One thing to enter. */
    public record Field(String name, Kind kind, boolean isRequired) {}

    /** How a field is entered and kept. */
    public enum Kind {
        /** A setting that everybody may see. */
        TEXT,
        /** The address of a server, {@code https://forum.example.net}. */
        ADDRESS,
        /** Several settings, one a line. */
        LINES,
        /** One of the mailboxes that are connected here. */
        MAILBOX,
        /** A token or password of the place, kept sealed. */
        SECRET,
        /** A secret that we make and that is entered over there; shown once. */
        MADE
    }

    public static Field text(String name) {
        return new Field(name, Kind.TEXT, true);
    }

    public static Field address(String name) {
        return new Field(name, Kind.ADDRESS, true);
    }

    public static Field secret(String name) {
        return new Field(name, Kind.SECRET, true);
    }

    public static Field made(String name) {
        return new Field(name, Kind.MADE, true);
    }

    /** The same field, which may stay empty. */
    public static Field optional(Field field) {
        return new Field(field.name(), field.kind(), false);
    }

    /** The field with the address of a server of one's own; authors' ids are stable on that server only. */
    public static final String SERVER = "server";

    /** The network of a place with these settings. */
    public String networkOf(Map<String, String> settings) {
        String server = settings.get(SERVER);
        return server == null ? network : network + ":" + URI.create(server).getHost();
    }

    /** Secrets that prove deliveries are exchanged while the former one still counts. */
    public List<Field> secrets() {
        return fields.stream()
                .filter(field -> field.kind() == Kind.SECRET || field.kind() == Kind.MADE)
                .toList();
    }
}
