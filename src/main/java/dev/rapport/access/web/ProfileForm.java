package dev.rapport.access.web;

import dev.rapport.access.ChangeProfile;
import dev.rapport.access.User;
import dev.rapport.shared.Theme;
import dev.rapport.shared.UserId;
import dev.rapport.shared.web.FormProblems;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What a user may choose about themselves, as typed.
 *
 * @param answersKeys a box that is not ticked is not sent at all, which means no
 */
public record ProfileForm(
        String name,
        String language,
        String zone,
        Theme theme,
        @Nullable Boolean answersKeys) {

    public boolean hasKeys() {
        return Boolean.TRUE.equals(answersKeys);
    }

    static ProfileForm of(User user) {
        return new ProfileForm(
                user.name(), user.language().toLanguageTag(), user.zone().getId(), user.theme(), user.answersKeys());
    }

    FormProblems problems() {
        return FormProblems.none()
                .when(name.isBlank() || name.length() > Newcomer.LONGEST_NAME, "name", "form.name")
                .when(!isZone(), "zone", "form.zone");
    }

    ChangeProfile command(UserId user) {
        return new ChangeProfile(
                user, name.strip(), Locale.forLanguageTag(language), ZoneId.of(zone), theme, hasKeys());
    }

    private boolean isZone() {
        try {
            ZoneId.of(zone);
            return true;
        } catch (DateTimeException unknown) {
            return false;
        }
    }
}
