package dev.rapport.cases;

import dev.rapport.shared.Sql;
import dev.rapport.shared.UserId;
import java.time.Instant;
import java.util.List;
import org.springframework.stereotype.Component;

/** Keeps notes and who is called in them. */
@Component
class NoteStore {

    private final Sql sql;

    NoteStore(Sql sql) {
        this.sql = sql;
    }

    NoteId add(CaseId id, WriteNote note, Instant now) {
        return NoteId.of(sql.sql("""
                        insert into cases.notes (case_id, conversation_id, author_id, words, written_at)
                        values (:case, :conversation, :author, :words, :now) returning id
                        """)
                .param("case", id)
                .param("conversation", note.conversation())
                .param("author", note.author())
                .param("words", note.words().strip())
                .param("now", now)
                .single(Long.class));
    }

    void call(List<UserId> colleagues, CaseId id, NoteId note, Instant now) {
        for (UserId colleague : colleagues) {
            sql.sql("""
                            insert into cases.mentions (user_id, note_id, case_id, mentioned_at)
                            values (:user, :note, :case, :now) on conflict do nothing
                            """)
                    .param("user", colleague)
                    .param("note", note)
                    .param("case", id)
                    .param("now", now)
                    .update();
        }
    }
}
