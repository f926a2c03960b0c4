package dev.rapport.exchange;

import dev.rapport.shared.Id;

/** A file that waits to be imported. */
public record UploadId(long value) implements Id {

    public static UploadId of(Long value) {
        return new UploadId(value);
    }
}
