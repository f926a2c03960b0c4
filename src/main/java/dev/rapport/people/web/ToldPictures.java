package dev.rapport.people.web;

import dev.rapport.channels.spi.Media;
import java.io.IOException;
import java.util.List;
import java.util.Set;
import org.springframework.web.multipart.MultipartFile;

/** Photographs that come with what was told: kept when they are pictures of a sensible size. */
final class ToldPictures {

    private static final int LARGEST = 10 * 1024 * 1024;
    private static final Set<String> TYPES =
            Set.of("image/jpeg", "image/png", "image/webp", "image/gif", "image/heic", "image/heif");

    private ToldPictures() {}

    static boolean isTaken(MultipartFile file) {
        return file.isEmpty() || file.getSize() <= LARGEST && TYPES.contains(String.valueOf(file.getContentType()));
    }

    static List<Media> of(MultipartFile file) throws IOException {
        return file.isEmpty()
                ? List.of()
                : List.of(new Media(
                        file.getOriginalFilename(),
                        file.getContentType(),
                        file.getSize(),
                        null,
                        null,
                        file.getBytes(),
                        null));
    }
}
