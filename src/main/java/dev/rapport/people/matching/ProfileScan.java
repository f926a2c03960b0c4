package dev.rapport.people.matching;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A profile prepared for comparison with many contacts: its texts scanned once, its places and addresses looked up once. */
final class ProfileScan {

    private static final int WORDS_OF_A_PLACE = 3;

    private final ContactIndex index;
    private final ProfileFacts facts;
    private final NameReader handle;
    private final @Nullable NameReader display;
    private final @Nullable NameReader site;
    private final Set<Integer> places = new LinkedHashSet<>();
    private final Set<Integer> said = new LinkedHashSet<>();
    private final List<String> words;
    private final int host;
    private final int handleKey;
    private final boolean showsAddress;

    ProfileScan(ProfileFacts facts, ContactIndex index) {
        this.index = index;
        this.facts = facts;
        handle = new NameReader(Scan.of(facts.handle(), index), index);
        display = reader(facts.displayName());
        String hostName = ContactParts.host(facts.website());
        site = reader(hostName.isEmpty() ? "" : hostName.substring(0, hostName.lastIndexOf('.')));
        host = hostName.isEmpty() ? Terms.NONE : index.terms().find(hostName);
        handleKey = index.terms().find(ContactParts.handleKey(facts.handle()));
        words = Stream.concat(
                        ContactParts.words(facts.bio()).stream(), ContactParts.words(facts.displayName()).stream())
                .map(Folding::fold)
                .toList();
        List<String> addresses = ContactParts.addresses(facts.bio());
        showsAddress = !addresses.isEmpty();
        Stream.concat(addresses.stream(), facts.said().stream().flatMap(ProfileScan::identifiers))
                .forEach(this::say);
        findPlaces(ContactParts.words(facts.location()), true);
        findPlaces(ContactParts.words(facts.bio()), false);
    }

    private @Nullable NameReader reader(String text) {
        return text.isBlank() ? null : new NameReader(Scan.of(text, index), index);
    }

    private static Stream<String> identifiers(String said) {
        return Stream.of(said.toLowerCase(Locale.ROOT).strip(), Folding.fold(said));
    }

    private void say(String identifier) {
        int term = index.terms().find(identifier);
        if (term != Terms.NONE) {
            said.add(term);
        }
    }

    private void findPlaces(List<String> text, boolean isLocation) {
        for (int from = 0; from < text.size(); from++) {
            var joined = new StringBuilder();
            for (int to = from; to < Math.min(text.size(), from + WORDS_OF_A_PLACE); to++) {
                joined.append(Folding.fold(text.get(to)));
                place(joined.toString());
            }
            String word = text.get(from);
            boolean isCode = word.length() < 4 && (isLocation || word.equals(word.toUpperCase(Locale.ROOT)));
            if (isCode) {
                Places.named(Folding.fold(word)).forEach(this::place);
            }
        }
    }

    private void place(String folded) {
        int term = folded.length() < 3 ? Terms.NONE : index.terms().find(folded);
        if (term != Terms.NONE && index.isPlace(term)) {
            places.add(term);
        }
    }

    ProfileFacts facts() {
        return facts;
    }

    NameReader handle() {
        return handle;
    }

    @Nullable
    NameReader display() {
        return display;
    }

    @Nullable
    NameReader site() {
        return site;
    }

    List<NameReader> readers() {
        List<NameReader> readers = new ArrayList<>(List.of(handle));
        Stream.of(display, site).filter(reader -> reader != null).forEach(readers::add);
        return readers;
    }

    /** Terms that find a contact by themselves. */
    List<Integer> exact() {
        return Stream.concat(said.stream(), Stream.of(host, handleKey))
                .filter(term -> term != Terms.NONE && index.postings().count(term) < 50)
                .toList();
    }

    Set<Integer> places() {
        return places;
    }

    Set<Integer> said() {
        return said;
    }

    boolean showsAddress() {
        return showsAddress;
    }

    /** Words of the bio and the display name, folded. */
    List<String> words() {
        return words;
    }

    int host() {
        return host;
    }

    int handleKey() {
        return handleKey;
    }
}
