package dev.rapport.shared;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SecretBoxTests {

    private static final byte[] SECRET = "open sesame".getBytes(StandardCharsets.UTF_8);

    @TempDir
    @SuppressWarnings("NullAway.Init")
    Path home;

    @Test
    void secretOpensWhereItWasSealedAndNowhereElse() {
        SecretBox box = new SecretBox(keys().forEncrypting("tests"));
        byte[] sealed = box.seal(SECRET, "inbox 1");

        assertThat(box.open(sealed, "inbox 1")).isEqualTo(SECRET);
        assertThatThrownBy(() -> box.open(sealed, "inbox 2")).isInstanceOf(SecretBox.CannotOpen.class);
        sealed[sealed.length - 1] ^= 1;
        assertThatThrownBy(() -> box.open(sealed, "inbox 1")).isInstanceOf(SecretBox.CannotOpen.class);
    }

    @Test
    void sameSecretNeverLooksTheSame() {
        SecretBox box = new SecretBox(keys().forEncrypting("tests"));

        assertThat(box.seal(SECRET, "x")).isNotEqualTo(box.seal(SECRET, "x"));
    }

    @Test
    void keyIsMadeOnceAndReadableByItsOwnerOnly() throws Exception {
        byte[] sealed = new SecretBox(keys().forEncrypting("tests")).seal(SECRET, "x");

        assertThat(new SecretBox(keys().forEncrypting("tests")).open(sealed, "x"))
                .isEqualTo(SECRET);
        assertThat(keys().forEncrypting("one").getEncoded())
                .isNotEqualTo(keys().forEncrypting("other").getEncoded());
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(home.resolve("keys/master.key"))))
                .isEqualTo("rw-------");
    }

    @Test
    void givenKeyStandsAboveTheFile() {
        String given = Base64.getEncoder().encodeToString(new byte[32]);
        Keys.of(new RapportHome(home), given);

        assertThat(home.resolve("keys")).doesNotExist();
        assertThatThrownBy(() -> Keys.of(new RapportHome(home), "short")).isInstanceOf(IllegalStateException.class);
    }

    private Keys keys() {
        return Keys.of(new RapportHome(home), null);
    }
}
