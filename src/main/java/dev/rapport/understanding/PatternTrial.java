package dev.rapport.understanding;

import java.util.ArrayList;
import java.util.List;

/** One pattern, tried on messages without reading them otherwise. */
final class PatternTrial {

    private final Tokeniser tokeniser;
    private final Phrases phrases;

    PatternTrial(CarePattern pattern) {
        var vocabulary = new Vocabulary.Builder();
        var builder = new Phrases.Builder(vocabulary);
        builder.add(LanguageRules.written(pattern.language(), pattern.pattern()), 0);
        phrases = builder.build();
        tokeniser = new Tokeniser(vocabulary.build());
    }

    Trial of(List<ReadingStore.Unread> messages) {
        int caught = 0;
        var newest = new ArrayList<Trial.Caught>();
        for (ReadingStore.Unread message : messages) {
            List<Span> spans = spans(message.words().text());
            if (!spans.isEmpty()) {
                caught++;
                if (newest.size() < Trial.SHOWN) {
                    newest.add(
                            new Trial.Caught(message.message(), message.words().text(), spans.getFirst()));
                }
            }
        }
        return new Trial(messages.size(), caught, List.copyOf(newest));
    }

    private List<Span> spans(String text) {
        Tokens tokens = tokeniser.tokens(text);
        var spans = new ArrayList<Span>();
        phrases.find(tokens, (pattern, first, end) -> spans.add(tokens.span(first, end)));
        return spans;
    }
}
