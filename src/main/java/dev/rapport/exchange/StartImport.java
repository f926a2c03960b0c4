package dev.rapport.exchange;

import dev.rapport.shared.UserId;
import java.nio.file.Path;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Brings a file in.
 *
 * @param kind what it holds: the {@code kind} of an import target
 * @param file is copied, and may be gone when this returns
 * @param fileName what it is called where it came from
 * @param options those of the target, {@code inbox} for messages
 * @param mapping which fields its columns feed; with none what is remembered of the source or can be told by their names
 * @param repairs the import whose refused lines these are, repaired
 * @param startedBy who of us; empty from the command line
 */
public record StartImport(
        String kind,
        Path file,
        String fileName,
        Map<String, String> options,
        @Nullable Mapping mapping,
        @Nullable ImportId repairs,
        @Nullable UserId startedBy) {

    /** One about whose columns nothing is said, and that repairs nothing. */
    public StartImport(
            String kind, Path file, String fileName, Map<String, String> options, @Nullable UserId startedBy) {
        this(kind, file, fileName, options, null, null, startedBy);
    }
}
