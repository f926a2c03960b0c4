package dev.rapport.exchange;

import java.util.UUID;

/** A runner's hold on an import: who loses it must not write another line. */
record Lease(ImportId id, UUID holder) {}
