package dev.rapport.channels;

import dev.rapport.channels.spi.Fault;
import dev.rapport.shared.InboxId;
import dev.rapport.shared.Keys;
import dev.rapport.shared.SecretBox;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Closes the secrets of inboxes before they are stored, each for its own inbox. */
@Component
class Secrets {

    private static final TypeReference<Map<String, String>> BY_NAME = new TypeReference<>() {};

    private final SecretBox box;

    Secrets(Keys keys) {
        box = new SecretBox(keys.forEncrypting("channels.secrets"));
    }

    byte[] seal(InboxId inbox, Map<String, String> secrets) {
        return box.seal(JsonMapper.shared().writeValueAsBytes(secrets), place(inbox));
    }

    /** @throws Fault.Auth when they were sealed with another key: somebody has to enter them again */
    Map<String, String> open(InboxId inbox, byte @Nullable [] sealed) {
        if (sealed == null) {
            return Map.of();
        }
        try {
            return JsonMapper.shared().readValue(box.open(sealed, place(inbox)), BY_NAME);
        } catch (SecretBox.CannotOpen e) {
            throw new Fault.Auth("The password was stored with another key than this deployment has. Enter it again.");
        }
    }

    private static String place(InboxId inbox) {
        return "inbox " + inbox.value();
    }
}
