package dev.rapport.channels.mastodon;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rapport.bench.places.Books;
import dev.rapport.bench.places.MastodonPlace;
import dev.rapport.bench.places.MastodonPlace.Habit;
import dev.rapport.channels.ChannelsDatabase;
import dev.rapport.channels.http.Calls;
import dev.rapport.channels.http.PublicAddresses;
import dev.rapport.shared.InboxId;
import dev.rapport.shared.OutsideHosts;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Servers contradict each other; whichever way one behaves, everything said is heard once. */
class MastodonHabitsTests {

    static Stream<List<Habit>> servers() {
        Stream<List<Habit>> one = Stream.of(Habit.values()).map(List::of);
        List<Habit> several =
                List.of(Habit.IGNORES_MIN_ID, Habit.IDS_ARE_DATES, Habit.ONE_WITHOUT_LIMIT, Habit.SAYS_NO_LIMITS);
        return Stream.concat(one, Stream.of(List.of(), several, List.of(Habit.values())));
    }

    @ParameterizedTest
    @MethodSource("servers")
    void everythingIsHeardOnceAlsoWhenRunsBreakOff(List<Habit> habits) throws Exception {
        Clock clock = Clock.systemUTC();
        try (MastodonPlace place = new MastodonPlace(0, new Books(), habits.toArray(Habit[]::new))) {
            ChannelsDatabase runner = new ChannelsDatabase(
                    new MastodonConnector(new Calls(new PublicAddresses(new OutsideHosts("*")), clock), clock));
            InboxId inbox = runner.open("mastodon", MastodonConnectorTests.at(place, MastodonPlace.TOKEN));
            List<String> said = new ArrayList<>();
            for (int round = 0; round < 4; round++) {
                for (int i = 0; i < 130; i++) {
                    said.add("message " + round + "/" + i);
                    place.mention(said.getLast());
                }
                runner.breakOffAfter(1);
                runner.fetchAll(inbox);
                runner.mend();
                runner.fetchAll(inbox);
            }

            assertThat(runner.texts()).containsExactlyInAnyOrderElementsOf(said);
        }
    }
}
