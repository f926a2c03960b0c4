package dev.rapport.people;

import dev.rapport.people.matching.Circumstance;
import dev.rapport.people.matching.Kind;
import dev.rapport.shared.PersonId;
import dev.rapport.shared.ProfileId;
import dev.rapport.shared.Sql;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.springframework.stereotype.Component;

/**
 * Whose numbers and addresses somebody gave in private: customer, order and serial numbers, telephone numbers, e-mail
 * addresses that are one person's. What several persons have says nothing about one of them.
 */
@Component
class GivenNumbers {

    private static final Pattern ADDRESS = Pattern.compile("[\\p{L}\\p{N}._%+-]{1,64}@[\\p{L}\\p{N}.-]{3,200}");
    private static final Pattern NUMBER = Pattern.compile("[\\p{L}\\p{N}][\\p{L}\\p{N}/._-]{3,40}");
    private static final Pattern TELEPHONE = Pattern.compile("\\+?\\d[\\d ()./-]{6,20}\\d");
    private static final int DIGITS = 4;
    private static final int TELEPHONE_DIGITS = 9;
    private static final int MESSAGES = 20;

    private record Words(ProfileId voice, String words) {}

    private record Owner(String said, PersonId person) {}

    private final Sql sql;

    GivenNumbers(Sql sql) {
        this.sql = sql;
    }

    /** By voice, the persons whose numbers it gave; voices that gave none are left out. */
    Map<ProfileId, List<Circumstance>> of(Collection<ProfileId> voices) {
        Map<ProfileId, Set<String>> said = new HashMap<>();
        for (Words each : words(voices)) {
            Set<String> given = said.computeIfAbsent(each.voice(), voice -> new LinkedHashSet<>());
            given.addAll(numbers(each.words()));
        }
        said.values().removeIf(Set::isEmpty);
        if (said.isEmpty()) {
            return Map.of();
        }
        Map<String, PersonId> owners =
                owners(said.values().stream().flatMap(Set::stream).distinct().toList());
        Map<ProfileId, List<Circumstance>> found = new HashMap<>();
        said.forEach((voice, given) -> {
            List<Circumstance> theirs = new ArrayList<>();
            given.forEach(number -> {
                PersonId owner = owners.get(number);
                if (owner != null) {
                    theirs.add(new Circumstance(owner, Kind.SAID, "same", number));
                }
            });
            if (!theirs.isEmpty()) {
                found.put(voice, theirs);
            }
        });
        return found;
    }

    private List<Words> words(Collection<ProfileId> voices) {
        return sql.sql("""
                        select given.id as voice, m.words
                        from unnest(:voices::bigint[]) as given (id)
                        cross join lateral (
                          select given.id as profile_id
                          union all
                          select profile_id from people.voices where voice_id = given.id) t
                        cross join lateral (
                          select words from conversations.messages
                          where profile_id = t.profile_id and visibility = 'PRIVATE' and deleted_at is null
                            and words ~ '[0-9]{4}|@'
                          order by said_at desc limit :most) m
                        """)
                .param("voices", voices.stream().map(ProfileId::value).toArray(Long[]::new))
                .param("most", MESSAGES)
                .list(Words.class);
    }

    /** Everything in a text that may be a number of somebody's, as it is compared. */
    static Set<String> numbers(String words) {
        Set<String> found = new LinkedHashSet<>();
        ADDRESS.matcher(words)
                .results()
                .map(MatchResult::group)
                .map(address -> address.toLowerCase(Locale.ROOT).replaceFirst("[.-]+$", ""))
                .forEach(found::add);
        TELEPHONE
                .matcher(words)
                .results()
                .map(each -> each.group().replaceAll("\\D", ""))
                .filter(digits -> digits.length() >= TELEPHONE_DIGITS)
                .forEach(digits -> found.add("+" + digits.substring(digits.length() - TELEPHONE_DIGITS)));
        NUMBER.matcher(words)
                .results()
                .map(MatchResult::group)
                .map(number -> number.replaceFirst("[/._-]+$", ""))
                .filter(number -> number.chars().filter(Character::isDigit).count() >= DIGITS)
                .forEach(found::add);
        return found;
    }

    private Map<String, PersonId> owners(List<String> said) {
        Map<String, PersonId> owners = new HashMap<>();
        sql.sql("""
                        with said as (select distinct words from unnest(:said::text[]) as g (words)),
                        keys as (
                          select s.words, k.source, k.number
                          from said s cross join lateral (
                            select n.source, n.number from people.customer_numbers n where n.number in (s.words, upper(s.words))
                            union
                            select p.customer_source, p.customer_number from commerce.purchases p
                            where p.order_number in (s.words, upper(s.words)) or p.serial in (s.words, upper(s.words))
                            limit 20) k),
                        owned as (
                          select k.words, n.person_id from keys k
                          join people.customer_numbers n on n.source = k.source and n.number = k.number
                          where n.person_id is not null
                          union
                          select s.words, a.person_id from said s join people.addresses a
                            on a.folded = s.words collate "C" and a.kind = 'EMAIL' and a.network = ''
                          union
                          select s.words, a.person_id from said s join people.addresses a
                            on '+' || right(regexp_replace(a.value, '\\D', '', 'g'), 9) = s.words and a.kind = 'PHONE')
                        select words as said, min(people.human_of(person_id)) as person from owned
                        group by words having count(distinct people.human_of(person_id)) = 1
                        """)
                .param("said", said.toArray(String[]::new))
                .list(Owner.class)
                .forEach(owner -> owners.put(owner.said(), owner.person()));
        return owners;
    }
}
