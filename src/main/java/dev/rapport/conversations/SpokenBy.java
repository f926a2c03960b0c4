package dev.rapport.conversations;

/** How something reached one of us that was not written. */
public enum SpokenBy {
    FACE_TO_FACE,
    PHONE
}
