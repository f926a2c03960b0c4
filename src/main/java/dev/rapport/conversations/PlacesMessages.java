package dev.rapport.conversations;

import dev.rapport.channels.spi.Heard;
import dev.rapport.channels.spi.Reach;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.stereotype.Component;

/** The first step of a batch: its authors, threads and messages get their rows. */
@Component
class PlacesMessages implements BatchStep {

    private final BatchStore batches;
    private final Payload payload;
    private final Profiles profiles;
    private final Threads threads;
    private final ThreadStore conversations;
    private final MessageStore messages;
    private final OurVoices ourVoices;
    private final Clock clock;

    PlacesMessages(
            BatchStore batches,
            Payload payload,
            Profiles profiles,
            Threads threads,
            ThreadStore conversations,
            MessageStore messages,
            OurVoices ourVoices,
            Clock clock) {
        this.batches = batches;
        this.payload = payload;
        this.profiles = profiles;
        this.threads = threads;
        this.conversations = conversations;
        this.messages = messages;
        this.ourVoices = ourVoices;
        this.clock = clock;
    }

    @Override
    public Step step() {
        return Step.PLACED;
    }

    @Override
    public void take(Batch batch) {
        byte[] raw = batches.payload(batch.id());
        if (raw == null) {
            throw new IllegalStateException("Batch " + batch.id() + " has lost its payload.");
        }
        List<Payload.Entry> said = new ArrayList<>();
        List<Payload.Entry> reworded = new ArrayList<>();
        for (Payload.Entry entry : payload.read(raw)) {
            if (entry.messageId() >= batch.firstId() && entry.messageId() <= batch.lastId()) {
                said.add(entry);
            } else if (batch.reworded().contains(entry.messageId())) {
                reworded.add(entry);
            }
        }
        Instant now = clock.instant();
        reworded.addAll(place(batch, said, now));
        reword(reworded, now);
    }

    /** Places the first wording of each message; returns the further wordings that came in the same batch. */
    private List<Payload.Entry> place(Batch batch, List<Payload.Entry> said, Instant now) {
        Map<Long, Payload.Entry> first = HashMap.newHashMap(said.size());
        List<Payload.Entry> further = new ArrayList<>();
        List<Payload.Entry> toPlace = new ArrayList<>(said.size());
        for (Payload.Entry entry : said) {
            (first.putIfAbsent(entry.messageId(), entry) == null ? toPlace : further).add(entry);
        }
        if (!toPlace.isEmpty()) {
            List<PlacedMessage> placed = withProfiles(batch, toPlace);
            threads.find(batch.inbox(), placed);
            conversations.keep(batch.inbox(), placed, batch.history());
            messages.insert(batch, placed, now);
        }
        return further;
    }

    private List<PlacedMessage> withProfiles(Batch batch, Collection<Payload.Entry> entries) {
        TreeMap<AuthorKey, ProfileStore.Voice> voices = new TreeMap<>();
        OurVoices.Of ours = ourVoices.of(batch.inbox());
        for (Payload.Entry entry : entries) {
            Heard heard = entry.heard();
            AuthorKey key = AuthorKey.of(heard.author());
            ProfileStore.Voice earlier = voices.get(key);
            Instant first = earlier == null || heard.saidAt().isBefore(earlier.firstHeardAt())
                    ? heard.saidAt()
                    : earlier.firstHeardAt();
            voices.put(key, new ProfileStore.Voice(heard.author(), first, ours.sideOf(heard.author())));
        }
        Map<AuthorKey, ProfileStore.Kept> kept = profiles.keep(voices);
        List<PlacedMessage> placed = new ArrayList<>(entries.size());
        for (Payload.Entry entry : entries) {
            AuthorKey key = AuthorKey.of(entry.heard().author());
            placed.add(new PlacedMessage(
                    entry.messageId(), entry.heard(), key, java.util.Objects.requireNonNull(kept.get(key))));
        }
        return placed;
    }

    private void reword(List<Payload.Entry> entries, Instant now) {
        if (entries.isEmpty()) {
            return;
        }
        Map<Long, MessageStore.Present> present =
                messages.present(entries.stream().map(Payload.Entry::messageId).toList());
        for (Payload.Entry entry : entries) {
            MessageStore.Present message = present.get(entry.messageId());
            if (message == null) {
                throw new IllegalStateException(
                        "Message " + entry.messageId() + " has a new wording but is not placed yet.");
            }
            if (!message.isDeleted()) {
                apply(entry, now);
            }
        }
    }

    private void apply(Payload.Entry entry, Instant now) {
        Heard heard = entry.heard();
        Reach reach = heard.reach();
        switch (heard.kind()) {
            case DELETED -> messages.delete(entry.messageId(), now);
            case COUNTED -> {
                if (reach != null) {
                    messages.countReach(entry.messageId(), reach);
                }
            }
            case SAID, EDITED, RATED -> messages.reword(entry.messageId(), heard, now);
        }
    }
}
