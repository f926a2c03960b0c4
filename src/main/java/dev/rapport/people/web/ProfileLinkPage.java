package dev.rapport.people.web;

import org.jspecify.annotations.Nullable;

/**
 * A profile that is to be linked to somebody.
 *
 * @param standing who it is linked to now
 * @param wanted who it was to be linked to, when that was refused because somebody else stands
 */
public record ProfileLinkPage(
        VoiceCard voice,
        Question.@Nullable Rival standing,
        @Nullable PersonCard wanted,
        FoundPage found) {}
