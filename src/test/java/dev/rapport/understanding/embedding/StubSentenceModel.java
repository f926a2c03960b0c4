package dev.rapport.understanding.embedding;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.stream.Stream;
import javax.tools.ToolProvider;

/**
 * Plays the sentence model: a jar with classes of the same names, whose vectors count words, those of one meaning as one. It
 * is as simple as it can be and still knows that “dead” and “stopped” are about the same.
 */
public final class StubSentenceModel {

    private static final String MODEL = """
            package dev.langchain4j.model.embedding.onnx.allminilml6v2q;
            import dev.langchain4j.data.embedding.Embedding;
            import dev.langchain4j.model.output.Response;
            public class AllMiniLmL6V2QuantizedEmbeddingModel {
                private static final String[] GROUPS = {%s};
                public Response<Embedding> embed(String text) {
                    if (text.contains("UNREADABLE")) throw new IllegalStateException("no such word");
                    float[] vector = new float[384];
                    for (String word : text.toLowerCase().split("[^a-z]+")) {
                        if (word.length() > 2) vector[place(word)] += 1;
                    }
                    vector[383] += 0.1f;
                    return new Response<>(new Embedding(vector));
                }
                private static int place(String word) {
                    for (int i = 0; i < GROUPS.length; i++) {
                        if ((" " + GROUPS[i] + " ").contains(" " + word + " ")) return i;
                    }
                    return 20 + Math.floorMod(word.hashCode(), 360);
                }
            }
            """;
    private static final String GROUPS =
            "\"left one side\", \"headphones earcup\", \"stopped working dead nothing\", \"money refund back\"";
    private static final String RESPONSE = """
            package dev.langchain4j.model.output;
            public class Response<T> {
                private final T content;
                public Response(T content) { this.content = content; }
                public T content() { return content; }
            }
            """;
    private static final String EMBEDDING = """
            package dev.langchain4j.data.embedding;
            public class Embedding {
                private final float[] vector;
                public Embedding(float[] vector) { this.vector = vector; }
                public float[] vector() { return vector; }
            }
            """;

    private StubSentenceModel() {}

    /** Puts it into a folder, which is made where it is not there. */
    public static void putInto(Path folder) {
        put(folder, MODEL.formatted(GROUPS));
    }

    /** One that thinks everything means the same. */
    static void putSenselessInto(Path folder) {
        put(folder, MODEL.formatted("").replace("vector[place(word)] += 1", "vector[7] = 1"));
    }

    private static void put(Path folder, String model) {
        try {
            Files.createDirectories(folder);
            Path work = Files.createTempDirectory("sentence-model");
            compile(
                    work,
                    Map.of(
                            "AllMiniLmL6V2QuantizedEmbeddingModel",
                            model,
                            "Response",
                            RESPONSE,
                            "Embedding",
                            EMBEDDING));
            pack(work, folder.resolve("model.jar"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Takes it out again. */
    public static void takeOutOf(Path folder) {
        try {
            Files.deleteIfExists(folder.resolve("model.jar"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void compile(Path work, Map<String, String> sources) throws IOException {
        List<String> arguments = new ArrayList<>(List.of("-proc:none", "-nowarn", "-d", work.toString()));
        for (Map.Entry<String, String> source : sources.entrySet()) {
            Path file = work.resolve(source.getKey() + ".java");
            Files.writeString(file, source.getValue());
            arguments.add(file.toString());
        }
        int failed = ToolProvider.getSystemJavaCompiler().run(null, null, null, arguments.toArray(String[]::new));
        if (failed != 0) {
            throw new IllegalStateException("The stub does not compile");
        }
    }

    private static void pack(Path work, Path jar) throws IOException {
        try (OutputStream file = Files.newOutputStream(jar);
                JarOutputStream out = new JarOutputStream(file);
                Stream<Path> classes = Files.walk(work)) {
            for (Path one :
                    classes.filter(path -> path.toString().endsWith(".class")).toList()) {
                out.putNextEntry(new JarEntry(work.relativize(one).toString().replace('\\', '/')));
                Files.copy(one, out);
                out.closeEntry();
            }
        }
    }
}
