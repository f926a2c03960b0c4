package dev.rapport.conversations;

import dev.rapport.channels.spi.Heard;
import dev.rapport.channels.spi.Intake;
import dev.rapport.channels.spi.Media;
import dev.rapport.channels.spi.Sent;
import dev.rapport.shared.InboxId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * The one door in: takes what was heard durably, each wording once, in batches of at most {@value #BATCH}. Nothing is
 * interpreted here; a batch that was accepted is never lost by what follows.
 */
@Component
class AcceptsHeard implements Intake {

    static final int BATCH = 1_000;

    /** With so many batches unfinished nobody fetches more: what waits at its channel is as safe as what waits here. */
    private static final int ROOM = 500;

    private final BatchStore batches;
    private final MessageStore messages;
    private final FileStore files;
    private final Payload payload;
    private final BatchWorkers workers;
    private final ErasedAuthors erased;

    AcceptsHeard(
            BatchStore batches,
            MessageStore messages,
            FileStore files,
            Payload payload,
            BatchWorkers workers,
            ErasedAuthors erased) {
        this.batches = batches;
        this.messages = messages;
        this.files = files;
        this.payload = payload;
        this.workers = workers;
        this.erased = erased;
    }

    @Override
    @Transactional
    public Accepted accept(InboxId inbox, List<Heard> heard, boolean history) {
        erased.holdStill();
        List<Heard> takeable = erased.takeable(heard);
        List<Long> ids = new ArrayList<>();
        List<String> newIds = new ArrayList<>();
        for (int from = 0; from < takeable.size(); from += BATCH) {
            List<Heard> some = distinct(takeable.subList(from, Math.min(from + BATCH, takeable.size())));
            acceptBatch(inbox, some, history).forEach((ordinal, id) -> {
                ids.add(id);
                newIds.add(some.get(ordinal).id());
            });
        }
        return new Accepted(ids.size(), heard.size() - ids.size(), ids, newIds);
    }

    @Override
    public boolean hasRoom() {
        return workers.waiting() < ROOM;
    }

    @Override
    @Transactional
    public void fetched(InboxId inbox, String remoteId, Media file) {
        files.fill(inbox, remoteId, file);
    }

    @Override
    @Transactional
    public void delivered(InboxId inbox, UUID key, Sent sent) {
        messages.tieReply(inbox, key, sent);
    }

    /** The ids of those that are new, by their place in the list. */
    private Map<Integer, Long> acceptBatch(InboxId inbox, List<Heard> heard, boolean history) {
        if (heard.isEmpty()) {
            return Map.of();
        }
        BatchStore.Block block = batches.reserve();
        Map<Integer, Long> taken = batches.keepKeys(inbox, heard, idsWithin(block, heard));
        if (taken.isEmpty()) {
            return taken;
        }
        List<Payload.Entry> entries = new ArrayList<>(taken.size());
        List<Long> reworded = new ArrayList<>();
        taken.forEach((ordinal, id) -> {
            Heard one = heard.get(ordinal);
            files.keep(id, one.media());
            entries.add(new Payload.Entry(id, Cleaned.of(one)));
            if (!block.holds(id)) {
                reworded.add(id);
            }
        });
        batches.insert(block, inbox, history, reworded, payload.write(entries));
        workers.wake();
        return taken;
    }

    /** The same wording twice in one page is one message; the first stands. */
    private static List<Heard> distinct(List<Heard> heard) {
        Map<List<String>, Heard> byKey = LinkedHashMap.newLinkedHashMap(heard.size());
        heard.forEach(one -> byKey.putIfAbsent(List.of(one.id(), one.revision()), one));
        return byKey.size() == heard.size() ? heard : List.copyOf(byKey.values());
    }

    /** Ids in order of the page; two wordings of one message share the first one's id. */
    private static long[] idsWithin(BatchStore.Block block, List<Heard> heard) {
        Map<String, Long> byRemoteId = HashMap.newHashMap(heard.size());
        long[] ids = new long[heard.size()];
        for (int i = 0; i < ids.length; i++) {
            long next = block.firstId() + i;
            Long earlier = byRemoteId.putIfAbsent(heard.get(i).id(), next);
            ids[i] = earlier == null ? next : earlier;
        }
        return ids;
    }
}
