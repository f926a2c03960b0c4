package dev.rapport.desk.find;

import dev.rapport.desk.words.Balance;
import dev.rapport.desk.words.Choice;
import dev.rapport.desk.words.Place;
import dev.rapport.desk.words.ReadOpinion;
import dev.rapport.understanding.CareReason;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.util.UriComponentsBuilder;

/**
 * What a search found, one page of it.
 *
 * @param persons those of that name, address or number, with the first page
 * @param cases those of that number or title, with the first page
 * @param found how many messages, counted no further than 2,001
 * @param reasons to choose from: those in use, and the retired, which older readings still have
 * @param address of the next page without its place
 * @param comparesMeaning whether it can be asked what means about the same as the words
 */
public record SearchPage(
        SearchFor asked,
        boolean isAsked,
        List<Suggestions.FoundPerson> persons,
        List<Suggestions.FoundCase> cases,
        int found,
        List<Hit> hits,
        @Nullable Place older,
        List<Balance> opinions,
        List<Choice> inboxes,
        List<Entry> targets,
        List<CareReason> reasons,
        String address,
        boolean comparesMeaning) {

    static final int ENOUGH = 2001;

    /** The address of what means about the same as the words. */
    public String alike() {
        return UriComponentsBuilder.fromPath("/search/alike")
                .queryParam("words", "{words}")
                .encode()
                .build(asked.words() == null ? "" : asked.words())
                .toString();
    }

    public boolean isMany() {
        return found >= ENOUGH;
    }

    /** A message that was found. */
    public record Hit(
            long id,
            long conversation,
            String who,
            boolean isKnown,
            String mark,
            String where,
            boolean isPublic,
            Instant saidAt,
            @Nullable String language,
            List<Stretch> words,
            List<ReadOpinion> opinions) {}

    /** A stretch of words; those looked for stand out. */
    public record Stretch(String words, boolean isHit) {}

    /** An entry of the catalogue to choose. */
    public record Entry(String key, String name) {}
}
