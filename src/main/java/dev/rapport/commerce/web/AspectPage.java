package dev.rapport.commerce.web;

import org.jspecify.annotations.Nullable;

/**
 * The form of an aspect.
 *
 * @param action where it is sent
 * @param id of a known aspect
 * @param owner the only entry it fits; empty when it fits all
 */
public record AspectPage(
        String action,
        AspectForm form,
        @Nullable Long id,
        @Nullable EntryRow owner,
        @Nullable Refusal refusal) {}
