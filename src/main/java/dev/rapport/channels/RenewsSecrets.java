package dev.rapport.channels;

import dev.rapport.shared.InboxId;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Renews an inbox's secrets while its row is locked: of two who find a key stale, one renews it and both use the new one. */
@Component
class RenewsSecrets {

    private final InboxStore inboxes;
    private final Secrets secrets;
    private final TransactionTemplate transaction;

    RenewsSecrets(InboxStore inboxes, Secrets secrets, TransactionTemplate transaction) {
        this.inboxes = inboxes;
        this.secrets = secrets;
        this.transaction = transaction;
    }

    Map<String, String> renew(
            InboxId inbox, String name, @Nullable String stale, UnaryOperator<Map<String, String>> refresh) {
        return Objects.requireNonNull(transaction.execute(status -> {
            Map<String, String> stored = secrets.open(inbox, inboxes.sealed(inbox));
            String now = stored.get(name);
            if (now != null && !now.equals(stale)) {
                return stored;
            }
            Map<String, String> all = new HashMap<>(stored);
            all.putAll(refresh.apply(stored));
            inboxes.seal(inbox, secrets.seal(inbox, all));
            return all;
        }));
    }
}
