package dev.rapport.understanding;

import dev.rapport.understanding.model.Curve;
import dev.rapport.understanding.model.Frequencies;
import dev.rapport.understanding.model.Linear;
import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.zip.CRC32;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.InflaterInputStream;

/**
 * What was learnt from labelled texts, as {@code bin/train} wrote it. Models come in pairs: one knows English words, the
 * plain one only sums of feelings, so that it holds for every language that has a lexicon.
 *
 * @param messageCurve how often a message's polarity is right, by how sure the model says it is
 * @param targetCurve the same for polarities about a target
 * @param complaint of two classes: no, yes
 * @param care a class for each shipped reason
 * @param frequencies of words in English texts of all kinds
 */
record Weights(
        Linear message,
        Linear plainMessage,
        Linear target,
        Linear plainTarget,
        Curve messageCurve,
        Curve targetCurve,
        Linear complaint,
        Linear care,
        Frequencies frequencies) {

    private static final String FILE = "/understanding/weights.bin";
    private static final int FORMAT = 1;

    /** The shipped ones, read once. */
    static Weights shipped() {
        return Shipped.WEIGHTS;
    }

    /** Changes whenever a weight does. */
    static String version() {
        return Shipped.VERSION;
    }

    /** That know nothing yet. */
    static Weights none() {
        Linear message = Linear.empty(Judge.CLASSES, MessageFeatures.DENSE);
        Linear target = Linear.empty(Judge.CLASSES, TargetFeatures.DENSE);
        Linear reason = Linear.empty(CareReasons.SHIPPED.size() + 1, MessageFeatures.DENSE);
        Linear wish = Linear.empty(2, MessageFeatures.DENSE);
        return new Weights(
                message, message, target, target, Curve.straight(), Curve.straight(), wish, reason, Frequencies.none());
    }

    /** The same with another model of messages, also where words are not known. */
    Weights withMessage(Linear model) {
        return new Weights(model, model, target, plainTarget, messageCurve, targetCurve, complaint, care, frequencies);
    }

    Weights withTarget(Linear model) {
        return new Weights(
                message, plainMessage, model, plainTarget, messageCurve, targetCurve, complaint, care, frequencies);
    }

    void write(OutputStream file) throws IOException {
        var deflater = new Deflater(Deflater.BEST_COMPRESSION);
        try (var out = new DataOutputStream(new BufferedOutputStream(new DeflaterOutputStream(file, deflater)))) {
            out.writeInt(FORMAT);
            for (Linear model : new Linear[] {message, plainMessage, target, plainTarget}) {
                model.write(out);
            }
            messageCurve.write(out);
            targetCurve.write(out);
            for (Linear model : new Linear[] {complaint, care}) {
                model.write(out);
            }
            frequencies.write(out);
        } finally {
            deflater.end();
        }
    }

    static Weights read(InputStream file) throws IOException {
        try (var in = new DataInputStream(new BufferedInputStream(new InflaterInputStream(file)))) {
            if (in.readInt() != FORMAT) {
                throw new IOException("weights of another format; run bin/train");
            }
            return new Weights(
                    Linear.read(in),
                    Linear.read(in),
                    Linear.read(in),
                    Linear.read(in),
                    Curve.read(in),
                    Curve.read(in),
                    Linear.read(in),
                    Linear.read(in),
                    Frequencies.read(in));
        }
    }

    private static final class Shipped {
        static final Weights WEIGHTS;
        static final String VERSION;

        static {
            try (var in = Weights.class.getResourceAsStream(FILE)) {
                if (in == null) {
                    throw new IllegalStateException("missing from the application: " + FILE + "; run bin/train");
                }
                var copy = new ByteArrayOutputStream();
                in.transferTo(copy);
                var sum = new CRC32();
                sum.update(copy.toByteArray());
                VERSION = Long.toHexString(sum.getValue());
                WEIGHTS = read(new ByteArrayInputStream(copy.toByteArray()));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
