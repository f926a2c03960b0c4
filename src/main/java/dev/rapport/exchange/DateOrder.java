package dev.rapport.exchange;

/** Which comes first in the dates of a file that does not write them as 2026-01-31. */
public enum DateOrder {
    AS_WRITTEN,
    DAY_FIRST,
    MONTH_FIRST
}
