package dev.rapport.channels;

import dev.rapport.channels.spi.Author;
import dev.rapport.channels.spi.Heard;
import dev.rapport.channels.spi.Item;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Decides of what a search finds which messages are taken; the same message is always decided the same way. */
final class Sieve {

    /** What becomes of a message that was found. */
    enum Verdict {
        TAKEN,
        OURS,
        LANGUAGE,
        EXCLUDED,
        SAMPLED_OUT,
        OVER_BUDGET
    }

    /** What is taken of a page, and how many messages are not. */
    record Sifted(List<Item> taken, int passed) {}

    private final SaveSearch wanted;
    private final @Nullable String us;
    private int left;

    /**
     * @param us our own address there
     * @param left how many may still be taken today
     */
    Sieve(SaveSearch wanted, @Nullable String us, int left) {
        this.wanted = wanted;
        this.us = us;
        this.left = left;
    }

    /** Unreadable items are kept too: nobody knows what they say. */
    Sifted sift(List<Item> items) {
        List<Item> taken = new ArrayList<>();
        for (Item item : items) {
            boolean keep = switch (item) {
                case Item.Read read -> of(read.heard()) == Verdict.TAKEN;
                case Item.Unreadable kept -> true;
            };
            if (keep) {
                taken.add(item);
            }
        }
        return new Sifted(taken, items.size() - taken.size());
    }

    Verdict of(Heard heard) {
        if (isOurs(heard.author())) {
            return Verdict.OURS;
        }
        if (!isInWantedLanguage(heard.language())) {
            return Verdict.LANGUAGE;
        }
        if (isExcluded(heard)) {
            return Verdict.EXCLUDED;
        }
        if (Math.floorMod(heard.id().hashCode() * 0x9E3779B1, 100) >= wanted.share()) {
            return Verdict.SAMPLED_OUT;
        }
        return left-- > 0 ? Verdict.TAKEN : Verdict.OVER_BUDGET;
    }

    private boolean isOurs(Author author) {
        return us != null && (us.equalsIgnoreCase(author.id()) || us.equalsIgnoreCase(author.handle()));
    }

    /** Who does not say in which language they write is heard. */
    private boolean isInWantedLanguage(@Nullable String language) {
        if (language == null || wanted.languages().isEmpty()) {
            return true;
        }
        String spoken = language.toLowerCase(Locale.ROOT).replaceFirst("[-_].*", "");
        return wanted.languages().contains(spoken);
    }

    private boolean isExcluded(Heard heard) {
        String said = (Objects.requireNonNullElse(heard.title(), "") + " " + heard.text() + " "
                        + Objects.requireNonNullElse(heard.author().handle(), ""))
                .toLowerCase(Locale.ROOT);
        return wanted.excluded().stream().anyMatch(word -> said.contains(word.toLowerCase(Locale.ROOT)));
    }
}
