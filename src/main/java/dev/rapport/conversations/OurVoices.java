package dev.rapport.conversations;

import dev.rapport.channels.spi.Author;
import dev.rapport.shared.InboxId;
import dev.rapport.shared.Sql;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Knows our own voice in an inbox, so that what we say ourselves is never taken for a customer's. */
@Component
class OurVoices {

    private final Sql sql;

    OurVoices(Sql sql) {
        this.sql = sql;
    }

    Of of(InboxId inbox) {
        return sql.sql("select network, address from channels.inboxes where id = :id")
                .param("id", inbox)
                .optional(Of.class)
                .orElse(new Of("", null));
    }

    /** Who we are in one inbox. */
    record Of(String network, @Nullable String address) {

        Side sideOf(Author author) {
            if (author.bot()) {
                return Side.BOT;
            }
            return address != null && author.network().equals(network) && isAddress(author) ? Side.US : Side.CUSTOMER;
        }

        private boolean isAddress(Author author) {
            String ours = java.util.Objects.requireNonNull(address).toLowerCase(Locale.ROOT);
            return same(ours, author.id()) || same(ours, author.handle());
        }

        private static boolean same(String ours, @Nullable String theirs) {
            return theirs != null && ours.equals(theirs.toLowerCase(Locale.ROOT));
        }
    }
}
