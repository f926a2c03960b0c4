package dev.rapport.conversations;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ThreadTokenTests {

    @Test
    void tokenLeadsBackToItsConversation() {
        ConversationId conversation = new ConversationId(4_711_000_123L);

        assertThat(ThreadToken.of(conversation)).matches("[a-z0-9]{1,24}");
        assertThat(ThreadToken.conversation(ThreadToken.of(conversation))).contains(conversation);
    }

    @Test
    void threadIdOfAChannelIsNoToken() {
        assertThat(ThreadToken.conversation("t_18412")).isEmpty();
        assertThat(ThreadToken.conversation("rapport-")).isEmpty();
    }
}
