package dev.rapport.cases;

import dev.rapport.shared.HeldSection;
import dev.rapport.shared.PersonalDataHolder;
import dev.rapport.shared.Subject;
import dev.rapport.shared.SubjectSql;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Component;

/**
 * What was written about somebody while working for them. The case stays with its times, its team and its resolution; titles,
 * notes, drafts and reasons go. Of a case about many, only what is theirs or names them.
 */
@Component
class CasesPersonalData implements PersonalDataHolder {

    private static final Set<String> TABLES =
            Set.of("cases.activity", "cases.cases", "cases.drafts", "cases.notes", "cases.resolutions");

    /** Begun by them, or private with them. */
    private static final String THEIRS = """
            (select c.id from conversations.conversations c
             where c.profile_id = any(:profiles)
                or c.visibility = 'PRIVATE' and c.id in (
                  select m.conversation_id from conversations.messages m where m.profile_id = any(:profiles)))
            """;

    private static final String THEIR_CASES = """
            (select cc.case_id from cases.case_conversations cc where cc.conversation_id in %s)
            """.formatted(THEIRS);

    /** The case was opened for a conversation of theirs, or is called after them. */
    private static final String NAMED_AFTER_THEM = """
            (k.title ~* :clues::text or exists (
              select from cases.case_conversations cc
              where cc.case_id = k.id and cc.conversation_id in %s
                and not exists (select from cases.case_conversations e where e.case_id = k.id and e.added_at < cc.added_at)))
            """.formatted(THEIRS);

    private static final List<HeldSection> SECTIONS = List.of(
            new HeldSection("cases", """
                    select k.id as case, k.title, k.state, k.opened_at, k.opened_why, k.last_said_at
                    from cases.cases k where k.id in %s order by k.id
                    """.formatted(THEIR_CASES)),
            new HeldSection("notes", """
                    select n.case_id as case, n.written_at, n.words from cases.notes n
                    where n.conversation_id in %s or n.words ~* :clues::text order by n.written_at, n.id
                    """.formatted(THEIRS)),
            new HeldSection("drafts", """
                    select d.kind, d.saved_at, d.words from cases.drafts d
                    where d.conversation_id in %s or d.words ~* :clues::text order by d.saved_at
                    """.formatted(THEIRS)),
            new HeldSection("resolutions", """
                    select r.case_id as case, r.reason, r.why, r.resolved_at from cases.resolutions r
                    where r.case_id in %s order by r.resolved_at, r.id
                    """.formatted(THEIR_CASES)));

    private static final List<HeldSection> ONGOING = List.of(new HeldSection(
            "open_cases", "select from cases.cases k where k.state <> 'RESOLVED' and k.id in " + THEIR_CASES));

    private static final List<String> ERASE = List.of(
            "delete from cases.drafts d where d.conversation_id in %s or d.words ~* :clues::text or d.user_id = any(:users)"
                    .formatted(THEIRS),
            """
            delete from cases.mentions m using cases.notes n
            where n.id = m.note_id and (n.conversation_id in %s or n.words ~* :clues::text)
            """.formatted(THEIRS),
            "delete from cases.notes n where n.conversation_id in %s or n.words ~* :clues::text".formatted(THEIRS),
            "update cases.resolutions r set why = null where r.why is not null and (r.case_id in %s or r.why ~* :clues::text)"
                    .formatted(THEIR_CASES),
            """
            update cases.activity a set fact = null
            where a.fact is not null and (a.kind = 'RENAMED' and a.case_id in %s or a.fact ~* :clues::text)
            """.formatted(THEIR_CASES),
            """
            update cases.cases k set title = '—', version = version + 1
            where k.title <> '—' and %s
            """.formatted(NAMED_AFTER_THEM),
            """
            update cases.cases k set opened_why = ''
            where k.opened_by is not null and k.opened_why <> '' and (k.id in %s or k.opened_why ~* :clues::text)
            """.formatted(THEIR_CASES));

    private final SubjectSql sql;

    CasesPersonalData(SubjectSql sql) {
        this.sql = sql;
    }

    @Override
    public Set<String> tables() {
        return TABLES;
    }

    @Override
    public List<HeldSection> sections() {
        return SECTIONS;
    }

    @Override
    public List<HeldSection> ongoing() {
        return ONGOING;
    }

    @Override
    public int erase(Subject subject, Instant at) {
        return sql.run(ERASE, subject, at);
    }
}
