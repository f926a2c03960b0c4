package dev.rapport.people;

import dev.rapport.shared.Sql;
import java.util.List;
import org.springframework.stereotype.Component;

/** Customer organisations and who belongs to them: known by the source's number, else by name. */
@Component
class AccountRows {

    private static final String GIVEN = """
            with given as materialized (
              select person_id, number, name, conversations.folded(name) as folded
              from unnest(:persons::bigint[], :numbers::text[], :names::text[]) as g (person_id, number, name))
            """;

    private final Sql sql;

    AccountRows(Sql sql) {
        this.sql = sql;
    }

    /** Makes the organisations that are new and the persons their members; those they left are left. */
    void keep(String source, List<PersonRows.Placed> news) {
        List<PersonRows.Placed> members = news.stream()
                .filter(placed ->
                        placed.line().account() != null || placed.line().accountNumber() != null)
                .toList();
        leave(source, news);
        if (!members.isEmpty()) {
            rename(source, members);
            addNumbered(source, members);
            addNamed(source, members);
            join(source, members);
        }
    }

    private void leave(String source, List<PersonRows.Placed> news) {
        sql.sql("delete from people.memberships where person_id = any(:persons) and source = :source")
                .param(
                        "persons",
                        news.stream()
                                .filter(placed -> !placed.isNew())
                                .map(PersonRows.Placed::id)
                                .toArray(Long[]::new))
                .param("source", source)
                .update();
    }

    private void rename(String source, List<PersonRows.Placed> members) {
        given("""
                %s update people.accounts a set name = g.name, folded = g.folded
                from (select distinct on (number) number, name, folded from given
                      where number is not null and name is not null and folded is not null order by number) g
                join people.customer_numbers n on n.source = :source and n.number = g.number
                where a.id = n.account_id and a.name <> g.name
                """, source, members).update();
    }

    private void addNumbered(String source, List<PersonRows.Placed> members) {
        given("""
                %s, fresh as materialized (
                  select nextval('people.accounts_id_seq') as id, g.*
                  from (select distinct on (number) number, coalesce(name, number) as name,
                               coalesce(folded, lower(number)) as folded
                        from given where number is not null
                          and not exists (select from people.customer_numbers n
                                          where n.source = :source and n.number = given.number)
                        order by number) g),
                added as (
                  insert into people.accounts (id, name, folded) overriding system value select id, name, folded from fresh)
                insert into people.customer_numbers (source, number, account_id) select :source, number, id from fresh
                """, source, members).update();
    }

    private void addNamed(String source, List<PersonRows.Placed> members) {
        given("""
                %s insert into people.accounts (name, folded)
                select distinct on (folded) name, folded from given
                where folded is not null and not exists (select from people.accounts a where a.folded = given.folded)
                  and not exists (select from people.customer_numbers n
                                  where n.source = :source and n.number = given.number and n.account_id is not null)
                order by folded
                """, source, members).update();
    }

    private void join(String source, List<PersonRows.Placed> members) {
        given("""
                %s insert into people.memberships (account_id, person_id, source)
                select distinct coalesce(n.account_id, named.id), g.person_id, :source
                from given g
                left join people.customer_numbers n
                  on n.source = :source and n.number = g.number and n.account_id is not null
                left join lateral (select min(a.id) as id from people.accounts a where a.folded = g.folded) named
                  on n.account_id is null
                where coalesce(n.account_id, named.id) is not null
                on conflict (account_id, person_id) do nothing
                """, source, members).update();
    }

    private Sql.Statement given(String text, String source, List<PersonRows.Placed> members) {
        return sql.sql(text.formatted(GIVEN))
                .param("source", source)
                .param("persons", members.stream().map(PersonRows.Placed::id).toArray(Long[]::new))
                .param(
                        "numbers",
                        members.stream().map(m -> m.line().accountNumber()).toArray(String[]::new))
                .param("names", members.stream().map(m -> m.line().account()).toArray(String[]::new));
    }
}
