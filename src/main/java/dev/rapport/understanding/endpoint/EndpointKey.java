package dev.rapport.understanding.endpoint;

import dev.rapport.shared.Keys;
import dev.rapport.shared.SecretBox;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Closes the model's key before it is stored, for its address only: a changed row does not carry it to another server. */
@Component
class EndpointKey {

    private final SecretBox box;

    EndpointKey(Keys keys) {
        box = new SecretBox(keys.forEncrypting("understanding.endpoint"));
    }

    byte[] seal(String key, String address) {
        return box.seal(key.getBytes(StandardCharsets.UTF_8), place(address));
    }

    /** @throws NoAnswer when it was sealed with another key or for another address: somebody has to enter it again */
    @Nullable
    String open(byte @Nullable [] sealed, String address) {
        if (sealed == null) {
            return null;
        }
        try {
            return new String(box.open(sealed, place(address)), StandardCharsets.UTF_8);
        } catch (SecretBox.CannotOpen e) {
            throw new NoAnswer(Trouble.KEY);
        }
    }

    private static String place(String address) {
        return "endpoint " + address;
    }
}
