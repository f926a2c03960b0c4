package dev.rapport.people;

import dev.rapport.people.CannotKeep.Why;
import dev.rapport.shared.CustomerKey;
import dev.rapport.shared.PersonId;
import dev.rapport.shared.Sql;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Writes single persons with their names, addresses and numbers; files of them are written by {@link PersonRows}. */
@Component
class PersonStore {

    private final Sql sql;

    PersonStore(Sql sql) {
        this.sql = sql;
    }

    PersonId add(AddPerson command, Instant now) {
        PersonId id = facts(sql.sql("""
                        insert into people.persons (name, folded, given_name, family_name, other_names, born_on, gender, title,
                          organisation, city, region, country, languages, origin, made_at, made_by, changed_at)
                        values (:name, '', :givenName, :familyName, :otherNames::text[], :bornOn, :gender, :title,
                          :organisation, :city, :region, :country, :languages::text[], :origin, :now, :by, :now)
                        returning id
                        """), command.facts())
                .param("origin", command.origin())
                .param("by", command.by())
                .param("now", now)
                .single(PersonId.class);
        keepBelongings(id, command.facts());
        return id;
    }

    void change(ChangePerson command, Instant now) {
        facts(sql.sql("""
                        update people.persons set name = :name, given_name = :givenName, family_name = :familyName,
                          other_names = :otherNames::text[], born_on = :bornOn, gender = :gender, title = :title,
                          organisation = :organisation, city = :city, region = :region, country = :country,
                          languages = :languages::text[], changed_at = :now, version = version + 1
                        where id = :id and version = :version
                        """), command.facts())
                .param("id", command.id())
                .param("version", command.version())
                .param("now", now)
                .updateOne();
        keepBelongings(command.id(), command.facts());
    }

    private static Sql.Statement facts(Sql.Statement statement, PersonFacts facts) {
        return statement
                .param("name", facts.name())
                .param("givenName", facts.givenName())
                .param("familyName", facts.familyName())
                .param("otherNames", facts.otherNames().toArray(String[]::new))
                .param("bornOn", facts.bornOn())
                .param("gender", facts.gender())
                .param("title", facts.title())
                .param("organisation", facts.organisation())
                .param("city", facts.city())
                .param("region", facts.region())
                .param("country", facts.country())
                .param("languages", facts.languages().toArray(String[]::new));
    }

    private void keepBelongings(PersonId id, PersonFacts facts) {
        keepNames(id, facts);
        keepAddresses(id, facts.addresses());
        keepNumbers(id, facts.numbers());
    }

    private void keepNames(PersonId id, PersonFacts facts) {
        String both = facts.givenName() == null || facts.familyName() == null
                ? facts.name()
                : facts.givenName() + " " + facts.familyName();
        String[] names = Stream.concat(Stream.of(facts.name(), both), facts.otherNames().stream())
                .toArray(String[]::new);
        sql.sql("delete from people.names where person_id = :id")
                .param("id", id)
                .update();
        sql.sql("""
                        with called as (
                          select distinct conversations.folded(name) as folded from unnest(:names::text[]) as name),
                        kept as (
                          insert into people.names (person_id, folded)
                          select :id, folded from called where folded is not null)
                        update people.persons
                        set folded = coalesce((select string_agg(folded, ' ' order by folded) from called), '')
                        where id = :id
                        """).param("id", id).param("names", names).update();
    }

    /** Those that stay keep the source they came from. */
    private void keepAddresses(PersonId id, List<Address> addresses) {
        Sql.Statement gone = sql.sql("""
                        delete from people.addresses a where person_id = :id and not exists (
                          select from unnest(:kinds::text[], :networks::text[], :folded::text[]) as g (kind, network, folded)
                          where g.kind = a.kind and g.network = a.network and g.folded = a.folded)
                        """);
        columns(gone, id, addresses).update();
        Sql.Statement kept = sql.sql("""
                        insert into people.addresses (person_id, kind, network, value, folded)
                        select :id, kind, network, value, folded
                        from unnest(:kinds::text[], :networks::text[], :values::text[], :folded::text[])
                          as g (kind, network, value, folded)
                        on conflict (person_id, kind, network, folded) do update set value = excluded.value
                        where people.addresses.value <> excluded.value
                        """);
        columns(kept, id, once(addresses))
                .param("values", once(addresses).stream().map(Address::value).toArray(String[]::new))
                .update();
    }

    private static Sql.Statement columns(Sql.Statement statement, PersonId id, List<Address> addresses) {
        return statement
                .param("id", id)
                .param("kinds", addresses.stream().map(a -> a.kind().name()).toArray(String[]::new))
                .param("networks", addresses.stream().map(Address::network).toArray(String[]::new))
                .param("folded", addresses.stream().map(Address::folded).toArray(String[]::new));
    }

    private static List<Address> once(List<Address> addresses) {
        return addresses.stream()
                .collect(java.util.stream.Collectors.toMap(
                        a -> List.of(a.kind(), a.network(), a.folded()),
                        a -> a,
                        (first, again) -> first,
                        java.util.LinkedHashMap::new))
                .values()
                .stream()
                .toList();
    }

    private void keepNumbers(PersonId id, List<CustomerKey> numbers) {
        String[] sources = numbers.stream().map(CustomerKey::source).toArray(String[]::new);
        String[] given = numbers.stream().map(CustomerKey::number).toArray(String[]::new);
        sql.sql("""
                        delete from people.customer_numbers where person_id = :id
                          and (source, number) not in (select * from unnest(:sources::text[], :numbers::text[]))
                        """)
                .param("id", id)
                .param("sources", sources)
                .param("numbers", given)
                .update();
        sql.sql("""
                        insert into people.customer_numbers (source, number, person_id)
                        select source, number, :id from unnest(:sources::text[], :numbers::text[]) as g (source, number)
                        on conflict (source, number) do nothing
                        """)
                .param("id", id)
                .param("sources", sources)
                .param("numbers", given)
                .update();
        sql.sql("""
                        select n.number from people.customer_numbers n
                        join unnest(:sources::text[], :numbers::text[]) as g (source, number)
                          on g.source = n.source and g.number = n.number
                        where n.person_id is distinct from :id limit 1
                        """)
                .param("id", id)
                .param("sources", sources)
                .param("numbers", given)
                .optional(String.class)
                .ifPresent(taken -> {
                    throw new CannotKeep(Why.NUMBER_TAKEN, taken);
                });
    }
}
