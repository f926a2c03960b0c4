package dev.rapport.conversations;

import dev.rapport.channels.Inboxes;
import dev.rapport.channels.spi.Abilities;
import dev.rapport.channels.spi.Heard;
import org.springframework.stereotype.Component;

/** Says whether a reply may be written: checked when it is, whatever the screen allowed. */
@Component
class ReplyRules {

    private static final int LONGEST = 100_000;

    private final Inboxes inboxes;

    ReplyRules(Inboxes inboxes) {
        this.inboxes = inboxes;
    }

    /** The text as it will be sent. */
    String check(ReplyTo command, ReplyStore.Answered answered) {
        String text = command.text().replace("\r\n", "\n").replace("\0", "").strip();
        Abilities abilities = inboxes.abilities(answered.inbox());
        refuseWhen(!abilities.reply(), CannotReply.Why.CHANNEL_CANNOT);
        refuseWhen(answered.isDeleted(), CannotReply.Why.DELETED);
        refuseWhen(
                command.author() == null && answered.manner() != Heard.Manner.PERSONAL, CannotReply.Why.NOT_A_PERSON);
        refuseWhen(text.isEmpty(), CannotReply.Why.EMPTY);
        Integer room = abilities.maxCharacters();
        refuseWhen(text.codePointCount(0, text.length()) > (room == null ? LONGEST : room), CannotReply.Why.TOO_LONG);
        return text;
    }

    private static void refuseWhen(boolean hindered, CannotReply.Why why) {
        if (hindered) {
            throw new CannotReply(why);
        }
    }
}
