package dev.rapport.channels;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.rapport.channels.spi.Fault;
import dev.rapport.channels.spi.Heard;
import dev.rapport.channels.spi.Search;
import dev.rapport.shared.InboxId;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What is listened for, what is looked at again, and what an inbox remembers of its silences. */
class ListensTests {

    private final ChannelsDatabase db = new ChannelsDatabase();
    private InboxId inbox = new InboxId(0);

    @BeforeEach
    void connect() {
        inbox = db.inbox("Fake");
    }

    @Test
    void previewKeepsNothing() throws Exception {
        db.place.elsewhere.add("A lamp that flickers");

        assertThat(db.searches.preview(search("lamp", 10))).singleElement().satisfies(found -> {
            assertThat(found.heard().text()).isEqualTo("A lamp that flickers");
            assertThat(found.isTaken()).isTrue();
        });
        assertThat(db.heard).isEmpty();
        assertThat(db.searches.ofInbox(inbox)).isEmpty();
    }

    @Test
    void whatASearchFindsIsHeardOnceAndCounted() throws Exception {
        db.searches.save(search("lamp", 1));
        db.place.elsewhere.addAll(List.of("A lamp", "Another lamp", "A chair"));
        db.fetchAll(inbox);
        db.sql.sql("update channels.searches set next_run_at = now()").update();
        db.fetchAll(inbox);

        assertThat(db.heard).containsExactly("A lamp");
        assertThat(db.searches.ofInbox(inbox)).singleElement().satisfies(saved -> {
            assertThat(saved.taken()).isEqualTo(1);
            assertThat(saved.passed()).isEqualTo(1);
        });
    }

    @Test
    void searchThatFailsIsNotInTheWayOfWhatIsSaidToUs() throws Exception {
        db.searches.save(search("lamp", 10));
        db.place.searchFault = new Fault.Refused("It knows no search");
        db.place.said.add("Said to us");
        db.fetchAll(inbox);

        assertThat(db.heard).containsExactly("Said to us");
        assertThat(db.inboxes.find(inbox).orElseThrow().state()).isEqualTo(InboxState.OK);
        assertThat(db.searches.ofInbox(inbox).getFirst().why()).isEqualTo("It knows no search");
    }

    @Test
    void removedSearchListensNoMore() {
        long id = db.searches.save(search("lamp", 10));

        assertThat(db.searches.remove(inbox, id)).isTrue();
        assertThat(db.searches.ofInbox(inbox)).isEmpty();
    }

    @Test
    void messageThatWasDeletedThereIsDeletedHere() throws Exception {
        db.place.said.addAll(List.of("stays", "goes", "frist"));
        db.fetchAll(inbox);
        db.place.deleted.add("m1");
        db.place.edited.put("m2", "first");
        lookNow();
        db.fetchAll(inbox);
        lookNow();
        db.fetchAll(inbox);

        assertThat(db.items.subList(3, db.items.size()))
                .extracting(Heard::id, Heard::kind, Heard::text)
                .containsExactlyInAnyOrder(
                        tuple("m1", Heard.Kind.DELETED, ""), tuple("m2", Heard.Kind.EDITED, "first"));
    }

    @Test
    void silenceIsRememberedWithWhatWasFetchedAfterwards() throws Exception {
        db.fetchAll(inbox);
        db.place.fetchFault = new Fault.Broken("It is down");
        db.fetchAll(inbox);
        db.place.said.add("Is anybody there?");
        Thread.sleep(5);
        db.place.fetchFault = null;
        db.fetchAll(inbox);

        Map<String, Object> silence = db.sql
                .sql("select why || ' ' || caught_up as told from channels.silences where inbox_id = :inbox")
                .param("inbox", inbox)
                .single((row, n) -> Map.of("told", row.getString("told")));
        assertThat(silence).containsEntry("told", "It is down 1");
        assertThat(db.inboxes.find(inbox).orElseThrow().deafSince()).isNull();
    }

    @Test
    void inboxThatNobodyFetchedWasDeaf() throws Exception {
        db.fetchAll(inbox);
        db.sql.sql("""
                update channels.inboxes set last_run_at = now() - interval '3 hours', next_run_at = now() - interval '3 hours'
                """).update();

        db.fetches.fetchNext();

        Instant began = db.sql
                .sql("select began_at from channels.silences where why is null")
                .single((row, n) ->
                        row.getObject(1, java.time.OffsetDateTime.class).toInstant());
        assertThat(began).isBefore(Instant.now().minusSeconds(10_000));
    }

    private void lookNow() {
        db.sql.sql("update channels.looks set look_at = now()").update();
    }

    private SaveSearch search(String words, int budget) {
        return new SaveSearch(inbox, new Search(Search.Kind.WORDS, words), List.of(), List.of(), 100, budget);
    }
}
