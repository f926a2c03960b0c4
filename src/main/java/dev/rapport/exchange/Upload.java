package dev.rapport.exchange;

import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A file that waits in the home until somebody has said what its columns are.
 *
 * @param options of the target, as they were given
 * @param mapping what was said of its columns; none as long as nobody did
 * @param repairs the import whose refused lines these are, repaired
 */
public record Upload(
        UploadId id,
        String kind,
        String fileName,
        Map<String, String> options,
        @Nullable Mapping mapping,
        @Nullable ImportId repairs,
        Instant madeAt) {

    /** The system it comes from, empty when its kind asks for none. */
    public String source() {
        return options.getOrDefault(Mappings.SOURCE, "");
    }
}
