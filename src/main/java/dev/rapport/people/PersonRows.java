package dev.rapport.people;

import dev.rapport.access.LiveUpdates;
import dev.rapport.shared.PersonId;
import dev.rapport.shared.Sql;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Writes many persons of one source at once, in the caller's transaction: a few statements whatever their number. */
@Component
class PersonRows {

    /**
     * What became of the lines.
     *
     * @param taken numbers that belong to a customer organisation
     */
    record Outcome(int added, int changed, int repeated, Set<String> taken) {}

    /** A line and the person it is about. */
    record Placed(long id, boolean isNew, PersonLine line) {}

    private record Known(
            String number,
            @Nullable Long personId,
            @Nullable UUID given) {}

    private final Sql sql;
    private final AccountRows accounts;
    private final Recognises recognises;
    private final LiveUpdates live;
    private final Clock clock;

    PersonRows(Sql sql, AccountRows accounts, Recognises recognises, LiveUpdates live, Clock clock) {
        this.sql = sql;
        this.accounts = accounts;
        this.recognises = recognises;
        this.live = live;
        this.clock = clock;
    }

    /** Adds those whose number is new and changes those whose line is another than last time. */
    @Transactional(propagation = Propagation.MANDATORY)
    Outcome enter(String source, List<PersonLine> lines) {
        lock(source);
        Map<String, Known> known = known(source, lines);
        Set<String> taken = new HashSet<>();
        List<Placed> news = new ArrayList<>();
        List<PersonLine> fresh = new ArrayList<>();
        for (PersonLine line : lines) {
            Known before = known.get(line.number());
            if (before == null) {
                fresh.add(line);
            } else if (before.personId() == null) {
                taken.add(line.number());
            } else if (!line.digest().equals(before.given())) {
                news.add(new Placed(before.personId(), false, line));
            }
        }
        int changed = news.size();
        List<Long> ids = ids(fresh.size());
        for (int i = 0; i < fresh.size(); i++) {
            news.add(new Placed(ids.get(i), true, fresh.get(i)));
        }
        keep(source, news);
        return new Outcome(fresh.size(), changed, lines.size() - news.size() - taken.size(), taken);
    }

    private void keep(String source, List<Placed> news) {
        if (news.isEmpty()) {
            return;
        }
        keepPersons(news);
        keepNames(news);
        keepNumbers(source, news);
        keepAddresses(source, news);
        accounts.keep(source, news);
        recognises.persons(
                news.stream().map(placed -> new PersonId(placed.id())).toList());
        live.publish("people", "");
    }

    /** Two imports of one source come one after the other: they write the same numbers. */
    private void lock(String source) {
        sql.sql("select pg_advisory_xact_lock(hashtextextended('people.import ' || :source, 0))")
                .param("source", source)
                .list((row, number) -> true);
    }

    private Map<String, Known> known(String source, List<PersonLine> lines) {
        Map<String, Known> known = new HashMap<>();
        sql.sql("""
                        select number, person_id, given from people.customer_numbers
                        where source = :source and number = any(:numbers)
                        """)
                .param("source", source)
                .param("numbers", lines.stream().map(PersonLine::number).toArray(String[]::new))
                .list(Known.class)
                .forEach(one -> known.put(one.number(), one));
        return known;
    }

    private List<Long> ids(int count) {
        return sql.sql("select nextval('people.persons_id_seq') from generate_series(1, :count)")
                .param("count", count)
                .list(Long.class);
    }

    /** A source that says nothing about a fact takes nothing away. */
    private void keepPersons(List<Placed> news) {
        sql.sql("""
                        insert into people.persons as p (id, name, folded, given_name, family_name, other_names, born_on, gender,
                          title, organisation, city, region, country, languages, origin, made_at, changed_at)
                        overriding system value
                        select id, name, '', given_name, family_name, string_to_array(other_names, chr(31)), born_on::date,
                          gender, title, organisation, city, region, country, string_to_array(languages, chr(31)),
                          'IMPORTED', :now, :now
                        from unnest(:ids::bigint[], :name::text[], :givenName::text[], :familyName::text[],
                            :otherNames::text[], :bornOn::text[], :gender::text[], :title::text[], :organisation::text[],
                            :city::text[], :region::text[], :country::text[], :languages::text[])
                          as g (id, name, given_name, family_name, other_names, born_on, gender, title, organisation, city,
                            region, country, languages)
                        order by id
                        on conflict (id) do update set name = excluded.name,
                          given_name = coalesce(excluded.given_name, p.given_name),
                          family_name = coalesce(excluded.family_name, p.family_name),
                          other_names = case when excluded.other_names = '{}' then p.other_names else excluded.other_names end,
                          born_on = coalesce(excluded.born_on, p.born_on), gender = coalesce(excluded.gender, p.gender),
                          title = coalesce(excluded.title, p.title),
                          organisation = coalesce(excluded.organisation, p.organisation),
                          city = coalesce(excluded.city, p.city), region = coalesce(excluded.region, p.region),
                          country = coalesce(excluded.country, p.country),
                          languages = case when excluded.languages = '{}' then p.languages else excluded.languages end,
                          changed_at = excluded.changed_at, version = p.version + 1
                        """)
                .param("ids", news.stream().map(Placed::id).toArray(Long[]::new))
                .param("name", column(news, PersonFacts::name))
                .param("givenName", column(news, PersonFacts::givenName))
                .param("familyName", column(news, PersonFacts::familyName))
                .param("otherNames", column(news, facts -> String.join("\u001f", facts.otherNames())))
                .param(
                        "bornOn",
                        column(
                                news,
                                facts -> facts.bornOn() == null
                                        ? null
                                        : facts.bornOn().toString()))
                .param("gender", column(news, PersonFacts::gender))
                .param("title", column(news, PersonFacts::title))
                .param("organisation", column(news, PersonFacts::organisation))
                .param("city", column(news, PersonFacts::city))
                .param("region", column(news, PersonFacts::region))
                .param("country", column(news, PersonFacts::country))
                .param("languages", column(news, facts -> String.join("\u001f", facts.languages())))
                .param("now", clock.instant())
                .update();
    }

    private void keepNames(List<Placed> news) {
        String[] changed = changed(news);
        if (changed.length > 0) {
            sql.sql("delete from people.names where person_id = any(:changed::bigint[])")
                    .param("changed", changed)
                    .update();
        }
        sql.sql("""
                        with called as materialized (
                          select distinct p.id, conversations.folded(called) as folded
                          from people.persons p
                          cross join unnest(p.other_names || p.name || (p.given_name || ' ' || p.family_name)) as called
                          where p.id = any(:ids)),
                        kept as (
                          insert into people.names (person_id, folded)
                          select id, folded from called where folded is not null order by folded, id)
                        update people.persons p set folded = c.folded
                        from (select id, string_agg(folded, ' ' order by folded) as folded from called
                              where folded is not null group by id) c
                        where p.id = c.id
                        """)
                .param("ids", news.stream().map(Placed::id).toArray(Long[]::new))
                .update();
    }

    private void keepNumbers(String source, List<Placed> news) {
        sql.sql("""
                        insert into people.customer_numbers (source, number, person_id, given)
                        select :source, number, id, given
                        from unnest(:ids::bigint[], :numbers::text[], :given::uuid[]) as g (id, number, given)
                        order by number
                        on conflict (source, number) do update set given = excluded.given
                        """)
                .param("source", source)
                .param("ids", news.stream().map(Placed::id).toArray(Long[]::new))
                .param(
                        "numbers",
                        news.stream().map(placed -> placed.line().number()).toArray(String[]::new))
                .param(
                        "given",
                        news.stream().map(placed -> placed.line().digest()).toArray(UUID[]::new))
                .update();
    }

    /** What the source gave once and gives no more is taken back; what others gave or somebody typed in stays. */
    private void keepAddresses(String source, List<Placed> news) {
        List<Long> ids = new ArrayList<>();
        List<Address> addresses = new ArrayList<>();
        for (Placed placed : news) {
            for (Address address : placed.line().facts().addresses()) {
                ids.add(placed.id());
                addresses.add(address);
            }
        }
        String[] changed = changed(news);
        if (changed.length > 0) {
            columns(sql.sql("""
                        delete from people.addresses a
                        where a.person_id = any(:changed::bigint[]) and a.source = :source and not exists (
                          select from unnest(:ids::bigint[], :kinds::text[], :networks::text[], :folded::text[])
                            as g (id, kind, network, folded)
                          where g.id = a.person_id and g.kind = a.kind and g.network = a.network and g.folded = a.folded)
                        """), ids, addresses)
                    .param("changed", changed)
                    .param("source", source)
                    .update();
        }
        columns(sql.sql("""
                        insert into people.addresses (person_id, kind, network, value, folded, source, added_at)
                        select id, kind, network, value, folded, :source, :now
                        from unnest(:ids::bigint[], :kinds::text[], :networks::text[], :values::text[], :folded::text[])
                          as g (id, kind, network, value, folded)
                        order by folded, id
                        on conflict (person_id, kind, network, folded) do nothing
                        """), ids, addresses)
                .param("values", addresses.stream().map(Address::value).toArray(String[]::new))
                .param("source", source)
                .param("now", clock.instant())
                .update();
    }

    private static Sql.Statement columns(Sql.Statement statement, List<Long> ids, List<Address> addresses) {
        return statement
                .param("ids", ids.toArray(Long[]::new))
                .param("kinds", addresses.stream().map(a -> a.kind().name()).toArray(String[]::new))
                .param("networks", addresses.stream().map(Address::network).toArray(String[]::new))
                .param("folded", addresses.stream().map(Address::folded).toArray(String[]::new));
    }

    private static String[] changed(List<Placed> news) {
        return news.stream()
                .filter(placed -> !placed.isNew())
                .map(placed -> Long.toString(placed.id()))
                .toArray(String[]::new);
    }

    private static @Nullable String[] column(List<Placed> news, Function<PersonFacts, @Nullable String> fact) {
        return Stream.of(news.toArray(Placed[]::new))
                .map(placed -> fact.apply(placed.line().facts()))
                .toArray(String[]::new);
    }
}
