package dev.rapport.shared.web;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.http.CacheControl;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.config.annotation.ResourceHandlerRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/**
 * Serves the static files under one address that holds the hash of all their contents, so browsers may keep them for
 * ever. One hash for the whole tree lets stylesheets and scripts import one another by plain relative names.
 */
@Component
@WhenServing
final class Assets implements WebMvcConfigurer {

    private static final String FILES = "classpath:/static/";

    private final String root = "/assets/" + hash() + "/";

    /** The address of a static file, for example of {@code css/layers.css}. */
    String url(String file) {
        return root + file;
    }

    @Override
    public void addResourceHandlers(ResourceHandlerRegistry registry) {
        registry.addResourceHandler(root + "**")
                .addResourceLocations(FILES)
                .setCacheControl(
                        CacheControl.maxAge(Duration.ofDays(365)).cachePublic().immutable());
    }

    private static String hash() {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            for (Resource file : files()) {
                digest(file, digest);
            }
            return HexFormat.of().formatHex(digest.digest(), 0, 6);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read the static files", e);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static List<Resource> files() throws IOException {
        Resource[] files = new PathMatchingResourcePatternResolver().getResources(FILES + "**/*.*");
        return Arrays.stream(files)
                .sorted(Comparator.comparing(Resource::getDescription))
                .toList();
    }

    private static void digest(Resource file, MessageDigest digest) throws IOException {
        try (InputStream in = new DigestInputStream(file.getInputStream(), digest)) {
            in.transferTo(OutputStream.nullOutputStream());
        }
    }
}
