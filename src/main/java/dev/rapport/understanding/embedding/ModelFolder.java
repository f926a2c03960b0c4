package dev.rapport.understanding.embedding;

import dev.rapport.shared.RapportHome;
import java.io.IOException;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * The sentence model in {@code embeddings} in the home, as {@code bin/fetch-model} puts it there: libraries with native code,
 * larger than all of Rapport, which most deployments do without. A class loader that sees nothing of the application loads
 * them; what is said to them goes by reflection.
 *
 * <p>Source of the names: LangChain4j, in-process embedding models,
 * https://docs.langchain4j.dev/integrations/embedding-models/in-process
 */
@Component
public class ModelFolder {

    /** The name that vectors are kept with: those of another model mean something else. */
    public static final String MODEL = "all-minilm-l6-v2-q";

    /** The only language this model was trained on. */
    public static final String LANGUAGE = "en";

    private static final Logger log = LoggerFactory.getLogger(ModelFolder.class);
    private static final String MODEL_CLASS =
            "dev.langchain4j.model.embedding.onnx.allminilml6v2q.AllMiniLmL6V2QuantizedEmbeddingModel";
    private static final String OUTPUT_CLASS = "dev.langchain4j.model.output.Response";
    private static final String VECTOR_CLASS = "dev.langchain4j.data.embedding.Embedding";

    private static final Pattern ADDRESSES = Pattern.compile("https?://\\S+|@[\\p{L}\\p{N}_.-]+");

    private final Path folder;
    private @Nullable SentenceModel loaded;
    private @Nullable Failure failure;

    /** A file as it lies there. */
    private record Jar(Path file, long size, FileTime changed) {}

    /** Files that were tried in vain: they are tried again when they are others. */
    private record Failure(List<Jar> files, ModelTrouble trouble) {}

    /** The folder of a home; nothing is looked at yet. */
    public ModelFolder(RapportHome home) {
        this.folder = home.resolve("embeddings");
    }

    /** Where its files belong. */
    public Path path() {
        return folder;
    }

    /**
     * The model, loaded at the first call; its memory is given back when the application ends.
     *
     * @throws ModelFailed when it is not there or cannot be loaded; files that come or go meanwhile are noticed
     */
    public synchronized SentenceModel open() {
        List<Jar> files = files();
        if (files.isEmpty()) {
            throw new ModelFailed(ModelTrouble.MISSING);
        }
        if (failure != null && failure.files().equals(files)) {
            throw new ModelFailed(failure.trouble());
        }
        SentenceModel model = loaded;
        return model == null ? loadOnce(files) : model;
    }

    private SentenceModel loadOnce(List<Jar> files) {
        try {
            SentenceModel model = load(files);
            loaded = model;
            return model;
        } catch (ModelFailed failed) {
            failure = new Failure(files, failed.trouble());
            throw failed;
        }
    }

    @SuppressWarnings("resource") // The model lives as long as the application.
    private SentenceModel load(List<Jar> files) {
        keepToItself();
        ClassLoader alone = new URLClassLoader("embeddings", urls(files), ClassLoader.getPlatformClassLoader());
        Thread thread = Thread.currentThread();
        ClassLoader before = thread.getContextClassLoader();
        // Its files are looked for by the loader of the thread.
        thread.setContextClassLoader(alone);
        try {
            return model(alone);
        } catch (ClassNotFoundException missing) {
            throw new ModelFailed(ModelTrouble.MISSING, missing);
        } catch (Throwable broken) {
            log.warn("The sentence model in {} cannot be used", folder, broken);
            throw new ModelFailed(ModelTrouble.BROKEN, broken);
        } finally {
            thread.setContextClassLoader(before);
        }
    }

    /**
     * The tokenizer's library would tell its makers where it runs, and unpack its native code into the user's folder.
     * Source: https://docs.djl.ai/master/docs/telemetry.html
     */
    private void keepToItself() {
        System.setProperty("OPT_OUT_TRACKING", "true");
        System.setProperty("ai.djl.offline", "true");
        System.setProperty("ENGINE_CACHE_DIR", folder.resolve("unpacked").toString());
    }

    private static SentenceModel model(ClassLoader loader) throws ReflectiveOperationException {
        MethodHandles.Lookup lookup = MethodHandles.publicLookup();
        Class<?> type = loader.loadClass(MODEL_CLASS);
        Object model = type.getDeclaredConstructor().newInstance();
        MethodHandle embed = lookup.unreflect(type.getMethod("embed", String.class));
        MethodHandle content = lookup.unreflect(loader.loadClass(OUTPUT_CLASS).getMethod("content"));
        MethodHandle vector = lookup.unreflect(loader.loadClass(VECTOR_CLASS).getMethod("vector"));
        return words -> {
            try {
                return Embedding.of((float[]) vector.invoke(content.invoke(embed.invoke(model, toCompare(words)))));
            } catch (Throwable failed) {
                throw new ModelFailed(ModelTrouble.BROKEN, failed);
            }
        };
    }

    /** Without names of accounts and links: that many speak to the same account makes their words no more alike. */
    private static String toCompare(String words) {
        String plain = ADDRESSES.matcher(words).replaceAll(" ").strip();
        return plain.isEmpty() ? words : plain;
    }

    private static URL[] urls(List<Jar> files) {
        try {
            URL[] urls = new URL[files.size()];
            for (int i = 0; i < urls.length; i++) {
                urls[i] = files.get(i).file().toUri().toURL();
            }
            return urls;
        } catch (MalformedURLException impossible) {
            throw new IllegalStateException("A file without an address", impossible);
        }
    }

    private List<Jar> files() {
        List<Jar> files = new ArrayList<>();
        if (Files.isDirectory(folder)) {
            try (DirectoryStream<Path> jars = Files.newDirectoryStream(folder, "*.jar")) {
                for (Path jar : jars) {
                    files.add(new Jar(jar, Files.size(jar), Files.getLastModifiedTime(jar)));
                }
            } catch (IOException unreadable) {
                log.warn("{} cannot be read", folder, unreadable);
            }
        }
        return files;
    }
}
