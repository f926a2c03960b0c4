package dev.rapport.people;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rapport.access.OnOneDatabase;
import dev.rapport.shared.ProfileId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

@OnOneDatabase
@Transactional(propagation = Propagation.NOT_SUPPORTED)
class LookupStoreTests {

    private static final long FIRST = 9_000_000;

    @Autowired
    private LookupStore store;

    @Autowired
    private TransactionTemplate transaction;

    @Autowired
    private JdbcClient jdbc;

    @AfterEach
    void leaveNothing() {
        jdbc.sql("delete from people.lookups where profile_id >= " + FIRST).update();
    }

    @Test
    void batchesThatNameTheSameVoicesAtOnceWaitForOneAnother() throws Exception {
        List<ProfileId> voices =
                LongStream.range(FIRST, FIRST + 3_000).mapToObj(ProfileId::of).toList();
        transaction.executeWithoutResult(status -> store.due(voices));
        try (ExecutorService threads = Executors.newFixedThreadPool(4)) {
            List<Future<?>> all = new ArrayList<>();
            for (int seed = 0; seed < 16; seed++) {
                List<ProfileId> some = shuffled(voices, seed);
                all.add(threads.submit(() -> transaction.executeWithoutResult(status -> store.due(some))));
            }
            for (Future<?> one : all) {
                one.get();
            }
        }
        assertThat(jdbc.sql("select count(*) from people.lookups where facts is null and profile_id >= " + FIRST)
                        .query(Integer.class)
                        .single())
                .isEqualTo(voices.size());
    }

    private static List<ProfileId> shuffled(List<ProfileId> voices, int seed) {
        List<ProfileId> some = new ArrayList<>(voices);
        Collections.shuffle(some, new Random(seed));
        return some.subList(0, 2_000);
    }
}
