package dev.rapport.conversations;

import dev.rapport.channels.spi.Heard;
import dev.rapport.shared.InboxId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Finds the thread each message belongs to: the channel's own thread, else that of the message it answers, else a new one.
 * Never by subject. In private a reference alone proves nothing, since anybody can write one: it joins only when its sender
 * takes part in that thread already or the channel vouches for it.
 */
@Component
class Threads {

    private final ThreadStore store;

    Threads(ThreadStore store) {
        this.store = store;
    }

    void find(InboxId inbox, List<PlacedMessage> messages) {
        Set<String> parents = new HashSet<>();
        messages.forEach(message -> parents.addAll(parents(message.heard)));
        Map<String, ThreadStore.Parent> known = parents.isEmpty() ? Map.of() : store.parents(inbox, parents);
        Map<Long, Set<String>> participants = participants(messages, known);
        Map<String, PlacedMessage> inThisBatch = HashMap.newHashMap(messages.size());
        for (PlacedMessage message : messages) {
            String proven = message.heard.threadProven() ? byToken(inbox, message.heard) : null;
            message.threadKey = proven != null ? proven : threadOf(message, known, participants, inThisBatch);
            inThisBatch.putIfAbsent(message.heard.id(), message);
        }
    }

    private @Nullable String byToken(InboxId inbox, Heard heard) {
        String thread = heard.thread();
        return thread == null
                ? null
                : ThreadToken.conversation(thread)
                        .flatMap(conversation -> store.threadKey(inbox, conversation))
                        .orElse(null);
    }

    private static String threadOf(
            PlacedMessage message,
            Map<String, ThreadStore.Parent> known,
            Map<Long, Set<String>> participants,
            Map<String, PlacedMessage> inThisBatch) {
        Heard heard = message.heard;
        String thread = heard.thread();
        if (thread != null && (!message.isPrivate() || heard.threadProven())) {
            return thread;
        }
        for (String parent : parents(heard)) {
            String joined = joined(message, parent, known, participants, inThisBatch);
            if (joined != null) {
                return joined;
            }
        }
        String answered = heard.inReplyTo();
        return answered != null && !message.isPrivate() ? answered : heard.id();
    }

    private static @Nullable String joined(
            PlacedMessage message,
            String parent,
            Map<String, ThreadStore.Parent> known,
            Map<Long, Set<String>> participants,
            Map<String, PlacedMessage> inThisBatch) {
        PlacedMessage near = inThisBatch.get(parent);
        if (near != null && (!message.isPrivate() || takesPart(message, near))) {
            return near.thread();
        }
        ThreadStore.Parent far = known.get(parent);
        if (far == null) {
            return null;
        }
        boolean open = !message.isPrivate() && !far.isPrivate();
        Set<String> there = participants.getOrDefault(far.conversationId(), Set.of());
        return open || message.side() == Side.US || there.contains(message.author.key()) ? far.threadKey() : null;
    }

    private static boolean takesPart(PlacedMessage message, PlacedMessage parent) {
        return message.side() == Side.US
                || parent.author.equals(message.author)
                || parent.heard.addressees().contains(message.author.key());
    }

    private Map<Long, Set<String>> participants(List<PlacedMessage> messages, Map<String, ThreadStore.Parent> known) {
        boolean anyPrivate = messages.stream().anyMatch(PlacedMessage::isPrivate);
        Set<Long> closed = new HashSet<>();
        known.values().stream()
                .filter(parent -> anyPrivate || parent.isPrivate())
                .forEach(parent -> closed.add(parent.conversationId()));
        return closed.isEmpty() ? Map.of() : store.participants(closed);
    }

    /** What a message says it answers, nearest first. */
    private static List<String> parents(Heard heard) {
        List<String> references = heard.references();
        String answered = heard.inReplyTo();
        if (references.isEmpty()) {
            return answered == null ? List.of() : List.of(answered);
        }
        List<String> nearestFirst = new ArrayList<>();
        if (answered != null) {
            nearestFirst.add(answered);
        }
        nearestFirst.addAll(references.reversed());
        return nearestFirst;
    }
}
