package dev.rapport.conversations;

import dev.rapport.channels.spi.Author;
import dev.rapport.shared.Clues;
import dev.rapport.shared.Sql;
import dev.rapport.shared.Subject;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Takes somebody out of batches that were accepted and not yet placed, one batch at a time. */
@Component
class ErasesWaiting {

    private static final List<String> WORDS = List.of("text", "title");
    private static final List<String> COPIES = List.of("html", "original");

    private final Sql sql;
    private final JsonMapper json = JsonMapper.builder().build();

    ErasesWaiting(Sql sql) {
        this.sql = sql;
    }

    /** Returns how many messages were taken out. */
    int erase(Subject subject) {
        if (subject.voices().isEmpty()) {
            return 0;
        }
        int erased = 0;
        for (Long batch : sql.sql("select id from conversations.batches where payload is not null order by id")
                .list(Long.class)) {
            erased += erase(batch, subject);
        }
        return erased;
    }

    private int erase(long batch, Subject subject) {
        byte[] payload = sql.sql("select payload from conversations.batches where id = :id")
                .param("id", batch)
                .single(byte[].class);
        if (!mentions(payload, subject)) {
            return 0;
        }
        JsonNode root = json.readTree(payload);
        List<Gone> gone = withoutTheirs((ArrayNode) root.get("entries"), subject);
        sql.sql("update conversations.batches set payload = :payload, failure = null where id = :id")
                .param("payload", json.writeValueAsBytes(root))
                .param("id", batch)
                .updateOne();
        forget(batch, gone);
        return gone.size();
    }

    private List<Gone> withoutTheirs(ArrayNode entries, Subject subject) {
        Set<AuthorKey> theirs = keys(subject);
        Pattern called = called(subject);
        List<Gone> gone = new ArrayList<>();
        for (int i = entries.size() - 1; i >= 0; i--) {
            ObjectNode heard = (ObjectNode) entries.get(i).get("heard");
            if (theirs.contains(AuthorKey.of(json.treeToValue(heard.get("author"), Author.class)))) {
                gone.add(new Gone(
                        entries.get(i).get("messageId").asLong(),
                        heard.get("id").asString()));
                entries.remove(i);
            } else if (called != null) {
                mask(heard, called);
            }
        }
        return gone;
    }

    private static void mask(ObjectNode heard, Pattern called) {
        for (String field : WORDS) {
            JsonNode words = heard.get(field);
            if (words != null && words.isString()) {
                heard.put(field, masked(words.asString(), called));
            }
        }
        for (String field : COPIES) {
            JsonNode copy = heard.get(field);
            if (copy != null
                    && copy.isString()
                    && called.matcher(copy.asString()).find()) {
                heard.putNull(field);
            }
        }
        if (heard.get("addressees") instanceof ArrayNode addressees) {
            for (int i = addressees.size() - 1; i >= 0; i--) {
                String addressee = addressees.get(i).asString();
                if (called.matcher(addressee).matches()
                        || called.matcher("@" + addressee).matches()) {
                    addressees.remove(i);
                }
            }
        }
    }

    private static String masked(String words, Pattern called) {
        return called.matcher(words)
                .replaceAll(found ->
                        Matcher.quoteReplacement("•".repeat(found.group().length())));
    }

    /** The keys and files of messages that will never be placed. */
    private void forget(long batch, List<Gone> gone) {
        Long[] ids = gone.stream().map(Gone::messageId).toArray(Long[]::new);
        sql.sql("""
                delete from conversations.heard h
                using conversations.batches b, unnest(:ids::bigint[], :remotes::text[]) as g (id, remote_id)
                where b.id = :batch and h.inbox_id = b.inbox_id and h.remote_id = g.remote_id and h.message_id = g.id
                """)
                .param("ids", ids)
                .param("remotes", gone.stream().map(Gone::remoteId).toArray(String[]::new))
                .param("batch", batch)
                .update();
        sql.sql("delete from conversations.files where message_id = any(:ids)")
                .param("ids", ids)
                .update();
    }

    private static Set<AuthorKey> keys(Subject subject) {
        Set<AuthorKey> keys = new HashSet<>();
        for (Subject.Voice voice : subject.voices()) {
            keys.add(new AuthorKey(voice.network(), voice.key(), voice.key().startsWith("@")));
            if (voice.handle() != null) {
                keys.add(AuthorKey.of(Author.ofHandle(voice.network(), voice.handle())));
            }
        }
        return keys;
    }

    private static @Nullable Pattern called(Subject subject) {
        List<String> words = Clues.of(subject).addressed();
        return words.isEmpty()
                ? null
                : Pattern.compile(
                        "(?<![\\p{L}\\p{N}_])("
                                + words.stream().map(Clues::quoted).collect(Collectors.joining("|"))
                                + ")(?![\\p{L}\\p{N}_])",
                        Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
    }

    /** A quick look before a whole batch is read. */
    private static boolean mentions(byte[] payload, Subject subject) {
        String text = new String(payload, StandardCharsets.UTF_8).toLowerCase(Locale.ROOT);
        return subject.voices().stream()
                .anyMatch(voice ->
                        text.contains(voice.key().replaceFirst("^@", "").toLowerCase(Locale.ROOT))
                                || (voice.handle() != null
                                        && text.contains(voice.handle().toLowerCase(Locale.ROOT))));
    }

    private record Gone(long messageId, String remoteId) {}
}
