package dev.rapport.bench;

import dev.rapport.understanding.Lesson;
import dev.rapport.understanding.School;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;

/**
 * Learns the shipped weights of the reader: {@code bin/train DIR}. Prints how well each source is read by weights that did not
 * see it, and writes the weights of all; the same texts give the same figures and the same file.
 */
final class UnderstandingTrain {

    private UnderstandingTrain() {}

    static void run(List<String> arguments, PrintStream out) throws IOException {
        var options = new Options(arguments);
        Path dir = options.folder();
        Path to = Path.of(options.text("--to", "src/main/resources/understanding/weights.bin"));
        var school = new School();
        for (String kind : List.of("sentiment", "targets", "intent")) {
            for (Path file : Labelled.files(dir.resolve(kind))) {
                school.teach(lessons(kind, file));
            }
        }
        Path fresh = to.resolveSibling(to.getFileName() + ".new");
        try (OutputStream file = new BufferedOutputStream(Files.newOutputStream(fresh))) {
            school.graduate(file, grade -> out.println("left_out=" + grade));
        }
        Files.move(fresh, to, StandardCopyOption.REPLACE_EXISTING);
        out.println("bytes=" + Files.size(to));
    }

    /** The parts of one source, {@code huliu.train} and {@code huliu.test}, are one source. */
    private static List<Lesson> lessons(String kind, Path file) throws IOException {
        String source = kind + "/" + Labelled.name(file).replaceAll("\\..*", "");
        return Labelled.read(file).stream()
                .map(row -> new Lesson(source, row.text(), row.from() == null ? null : row.span(), row.label()))
                .toList();
    }
}
