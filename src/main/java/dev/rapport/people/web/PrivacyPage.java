package dev.rapport.people.web;

import dev.rapport.people.Consent;
import dev.rapport.people.Permission;
import dev.rapport.people.Purpose;
import dev.rapport.shared.web.FormProblems;
import java.util.List;
import java.util.Map;

/**
 * What is held about a person and what they allow.
 *
 * @param held how much, by section
 * @param permissions by purpose, for all channels together
 * @param consents everything they said, the latest first
 */
public record PrivacyPage(
        long id,
        String name,
        Map<String, Long> held,
        List<Permission> permissions,
        List<Consent> consents,
        ConsentForm form,
        FormProblems problems) {

    /** Where somebody can be reached; empty stands for all. */
    public static final List<String> CHANNELS = List.of("", "mail", "phone", "post", "social");

    public Purpose[] purposes() {
        return Purpose.values();
    }

    public Consent.Answer[] answers() {
        return Consent.Answer.values();
    }

    public Consent.How[] ways() {
        return Consent.How.values();
    }

    public List<String> channels() {
        return CHANNELS;
    }
}
