package dev.rapport.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import dev.rapport.journeys.support.BringsVisitors;
import dev.rapport.journeys.support.Eventually;
import dev.rapport.journeys.support.RunningRapport;
import dev.rapport.journeys.support.Visitor;
import dev.rapport.journeys.support.Visitors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The first minute of somebody who has just typed {@code bin/dev}: one link, one click, a world at work. */
@ExtendWith(BringsVisitors.class)
class NewcomerSeesALivingWorld {

    private static final String HEARD = "select count(*) from conversations.heard";

    @Test
    void oneClickOnThePrintedLinkLandsInAnInboxThatLives(Visitors visitors) throws Exception {
        try (RunningRapport rapport = RunningRapport.onDemoHome("demo")) {
            Visitor newcomer = visitors.at(rapport.address());
            Page page = newcomer.page();
            page.navigate(rapport.signInLink());
            newcomer.presses("Sign in");

            assertThat(page.locator(".nav .demo")).containsText("Demo world");
            newcomer.opens("/inbox");
            assertThat(page.locator("#rows li").nth(5)).isVisible();
            Eventually.until("somebody says more", () -> rapport.number(HEARD) > 400);
            assertThat(newcomer.faults()).isEmpty();
        }
    }
}
