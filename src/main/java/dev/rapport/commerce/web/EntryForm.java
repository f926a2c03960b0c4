package dev.rapport.commerce.web;

import dev.rapport.commerce.Standing;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What was typed about a brand or product; other names stand one on a line. */
public record EntryForm(
        @Nullable String name,
        @Nullable Standing standing,
        @Nullable String aliases,
        @Nullable String handles) {

    static final EntryForm EMPTY = new EntryForm("", Standing.OURS, "", "");

    static EntryForm of(EntryRow row) {
        return new EntryForm(
                row.name(), row.standing(), String.join("\n", row.aliases()), String.join("\n", row.handles()));
    }

    @Override
    public String name() {
        return name == null ? "" : name;
    }

    @Override
    public Standing standing() {
        return standing == null ? Standing.OURS : standing;
    }

    @Override
    public String aliases() {
        return aliases == null ? "" : aliases;
    }

    @Override
    public String handles() {
        return handles == null ? "" : handles;
    }

    List<String> aliasList() {
        return aliases().lines().toList();
    }

    List<String> handleList() {
        return handles().lines().toList();
    }
}
