package dev.rapport.access;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.security.crypto.bcrypt.BCryptPasswordEncoder;
import org.springframework.security.crypto.password.DelegatingPasswordEncoder;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Component;

/** Hashes passwords; the hash names its method, so a better one can come later. */
@Component
class Passwords {

    private final PasswordEncoder encoder =
            new DelegatingPasswordEncoder("bcrypt", Map.of("bcrypt", new BCryptPasswordEncoder(11)));
    private final String nobodys = hash("nobody has this one");

    String hash(String password) {
        String hash = encoder.encode(password);
        if (hash == null) {
            throw new IllegalStateException("The password was not hashed");
        }
        return hash;
    }

    /** Whether the password belongs to the hash; without a hash false, after as long a time. */
    boolean match(String password, @Nullable String hash) {
        boolean matches = encoder.matches(password, hash == null ? nobodys : hash);
        return matches && hash != null;
    }
}
