package dev.rapport.exchange;

import dev.rapport.access.Audit;
import dev.rapport.exchange.files.UnreadableFile;
import dev.rapport.exchange.spi.ImportTarget;
import dev.rapport.shared.UserId;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What the columns of each source are, as somebody said it once. */
@Service
public class Mappings {

    static final String SOURCE = "source";

    private final MappingStore store;
    private final Audit audit;

    Mappings(MappingStore store, Audit audit) {
        this.store = store;
        this.audit = audit;
    }

    /** All that are remembered, by source. */
    public List<RememberedMapping> all() {
        return store.all();
    }

    /** The sources that something came from already. */
    public List<String> sources() {
        return store.sources();
    }

    /** Forgets one; imports that are on their way keep theirs. */
    @Transactional
    public void forget(long id) {
        if (store.remove(id)) {
            audit.record("mapping.removed", "mapping", Long.toString(id), Map.of());
        }
    }

    /** What the columns of this file probably are: what is said now, what was said before, what their names tell. */
    Mapping suggest(ImportTarget target, Map<String, String> options, FileLook look, @Nullable Mapping said) {
        Mapping before = store.find(target.kind(), source(options)).orElse(Mapping.NONE);
        return Suggestions.of(look.columns(), target.fields(), said == null ? before : said.over(before));
    }

    /**
     * The mapping of an import that begins: none when nobody said anything about the columns of a kind without sources and
     * they are called as its fields are, or in a way that tells nothing.
     *
     * @throws CannotImport when a needed field is fed by nothing, or a field or column does not exist
     */
    Optional<Mapping> of(ImportTarget target, Map<String, String> options, @Nullable Mapping said, Path file) {
        boolean isMapped = said != null
                || ImportKind.of(target).asksForSource()
                || store.find(target.kind(), source(options)).isPresent();
        return isMapped
                ? Optional.of(checked(target, options, said, FileLook.at(file)))
                : bySynonyms(target, options, file);
    }

    /** What cannot be told here is said by the import itself, once it runs. */
    private Optional<Mapping> bySynonyms(ImportTarget target, Map<String, String> options, Path file) {
        try {
            FileLook look = FileLook.at(file);
            boolean isPlain = !look.isWhole() || FieldCheck.fits(look.keys(), target.fields());
            return isPlain ? Optional.empty() : Optional.of(checked(target, options, null, look));
        } catch (CannotImport | UnreadableFile unclear) {
            return Optional.empty();
        }
    }

    private Mapping checked(ImportTarget target, Map<String, String> options, @Nullable Mapping said, FileLook look) {
        if (said != null) {
            MappingCheck.columnsAreThere(look, said);
        }
        Mapping mapping = said != null && said.columns().keySet().containsAll(look.keys())
                ? said
                : suggest(target, options, look, said);
        MappingCheck.check(target.kind(), look.keys(), target.fields(), mapping);
        return mapping;
    }

    void remember(String kind, Map<String, String> options, Mapping mapping, @Nullable UserId by) {
        store.remember(kind, source(options), mapping, by);
    }

    private static String source(Map<String, String> options) {
        return options.getOrDefault(SOURCE, "").strip();
    }
}
