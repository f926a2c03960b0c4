package dev.rapport.exchange;

import java.time.Instant;

/**
 * What was said once about the columns of a source.
 *
 * @param source empty for kinds that ask for none
 */
public record RememberedMapping(long id, String kind, String source, Mapping mapping, Instant changedAt) {}
