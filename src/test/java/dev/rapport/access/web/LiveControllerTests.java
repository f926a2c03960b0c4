package dev.rapport.access.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.authentication;

import dev.rapport.access.LiveUpdates;
import dev.rapport.access.OnOneDatabase;
import dev.rapport.access.Staff;
import dev.rapport.access.User;
import java.io.UnsupportedEncodingException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/** What is told is told at commit, so these tests commit. */
@OnOneDatabase
@Transactional(propagation = Propagation.NOT_SUPPORTED)
class LiveControllerTests {

    @Autowired
    private MockMvcTester mvc;

    @Autowired
    private LiveUpdates updates;

    @Autowired
    private LiveStreams streams;

    @Autowired
    private TransactionTemplate transaction;

    @Autowired
    private Staff staff;

    @AfterEach
    void goHome() {
        streams.closeAll();
        staff.goHome();
    }

    @Test
    void committedChangeReachesAnOpenScreenByNameAndIdOnly() throws Exception {
        MvcTestResult screen = open(staff.agent());
        transaction.executeWithoutResult(status -> updates.publish("inbox", "17"));
        await().until(() -> text(screen).contains("event:change"));
        assertThat(text(screen)).containsPattern("data:\\{\"name\":\"inbox\",\"id\":\"17\",\"version\":\\d+}");
    }

    @Test
    void changeThatWasRolledBackIsNotTold() throws Exception {
        MvcTestResult screen = open(staff.agent());
        transaction.executeWithoutResult(status -> {
            updates.publish("case", "1");
            status.setRollbackOnly();
        });
        transaction.executeWithoutResult(status -> updates.publish("inbox", "2"));
        await().until(() -> text(screen).contains("inbox"));
        assertThat(text(screen)).doesNotContain("\"case\"");
    }

    @Test
    void userHasAFewStreamsAtMost() {
        User agent = staff.agent();
        for (int stream = 0; stream <= LiveStreams.MOST_PER_USER; stream++) {
            open(agent);
        }
        assertThat(streams.size()).isEqualTo(LiveStreams.MOST_PER_USER);
    }

    private MvcTestResult open(User user) {
        MvcTestResult screen = mvc.get()
                .uri("/live")
                .with(authentication(new UserAuthentication(user)))
                .asyncExchange();
        await().until(() -> text(screen).contains(":here"));
        return screen;
    }

    private static String text(MvcTestResult screen) throws UnsupportedEncodingException {
        return screen.getResponse().getContentAsString();
    }
}
