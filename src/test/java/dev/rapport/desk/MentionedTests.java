package dev.rapport.desk;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class MentionedTests {

    @Test
    void calledColleagueStandsOutInANote() {
        assertThat(Mentioned.cut("Ask @Inês, not a@b.example"))
                .extracting(Entry.NotePiece::words)
                .containsExactly("Ask ", "@Inês", ", not a@b.example");
    }
}
