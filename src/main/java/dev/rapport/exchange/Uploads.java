package dev.rapport.exchange;

import dev.rapport.exchange.spi.ImportTarget;
import dev.rapport.shared.UserId;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Files on their way in: kept, their columns mapped, looked at as they would come in, then imported. */
@Service
public class Uploads {

    private final UploadStore store;
    private final WaitingFiles files;
    private final ImportFolder folder;
    private final ImportTargets targets;
    private final Mappings mappings;
    private final Imports imports;
    private final Previews previews;

    Uploads(
            UploadStore store,
            WaitingFiles files,
            ImportFolder folder,
            ImportTargets targets,
            Mappings mappings,
            Imports imports,
            Previews previews) {
        this.store = store;
        this.files = files;
        this.folder = folder;
        this.targets = targets;
        this.mappings = mappings;
        this.imports = imports;
        this.previews = previews;
    }

    /**
     * Keeps a file until it is imported, discarded or a day old.
     *
     * @throws CannotImport when there is no such kind or too much waits already
     * @throws dev.rapport.exchange.files.UnreadableFile when it is none that can be imported
     * @throws IllegalArgumentException when the target refuses the options, with what to do
     */
    public UploadId keep(StartImport command) {
        ImportTarget target = targets.of(command.kind());
        previews.prepare(target, command.options());
        Path copy = folder.copy(command.file());
        try {
            FileLook.at(copy);
            return files.keep(command, copy);
        } finally {
            ImportFolder.remove(copy);
        }
    }

    /** Whether a file's columns are all called as the fields of its kind that are needed; any file that is no CSV is. */
    public boolean fits(String kind, Path file) {
        FileLook look = FileLook.at(file);
        return !look.isWhole() || FieldCheck.fits(look.keys(), targets.of(kind).fields());
    }

    public Optional<Upload> find(UploadId id) {
        return store.find(id, folder.place());
    }

    /** What the file shows of its columns. */
    public FileLook look(Upload upload) {
        return FileLook.at(files.file(upload.id()));
    }

    /** What its columns probably are, or what was said of them. */
    public Mapping proposal(Upload upload) {
        ImportTarget target = targets.of(upload.kind());
        return mappings.suggest(target, upload.options(), look(upload), upload.mapping());
    }

    /**
     * Says what its columns are.
     *
     * @throws CannotImport when a needed field is fed by nothing, or one that holds one value by several columns
     */
    @Transactional
    public void map(Upload upload, Mapping mapping) {
        ImportTarget target = targets.of(upload.kind());
        MappingCheck.check(upload.kind(), look(upload).keys(), target.fields(), mapping);
        store.map(upload.id(), mapping);
    }

    /**
     * Shows what would come in, without bringing it in.
     *
     * @throws CannotImport when it cannot be shown now
     */
    public Preview preview(Upload upload) {
        ImportTarget target = targets.of(upload.kind());
        return previews.of(target, upload.options(), mapping(upload), files.file(upload.id()));
    }

    /** Brings it in, remembers the mapping for its source, and keeps the file no longer. */
    public ImportId start(Upload upload, UserId by) {
        ImportId id = imports.start(new StartImport(
                upload.kind(),
                files.file(upload.id()),
                upload.fileName(),
                upload.options(),
                mapping(upload),
                upload.repairs(),
                by));
        files.forget(upload.id());
        return id;
    }

    public void discard(UploadId id) {
        find(id).ifPresent(upload -> files.forget(upload.id()));
    }

    /** Keeps the repaired lines of an import with its kind, options and mapping. */
    public UploadId keepRepaired(Import repaired, Path file, String fileName, UserId by) {
        Map<String, String> options = ImportKind.of(targets.of(repaired.kind())).chosen(repaired.options());
        return keep(new StartImport(repaired.kind(), file, fileName, options, repaired.mapping(), repaired.id(), by));
    }

    private @Nullable Mapping mapping(Upload upload) {
        boolean isPlain = upload.mapping() == null && upload.repairs() != null;
        return isPlain ? null : Objects.requireNonNullElseGet(upload.mapping(), () -> proposal(upload));
    }
}
