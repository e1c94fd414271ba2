package io.wellspring.imports;

import io.wellspring.users.UserAttributes;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import lombok.RequiredArgsConstructor;
import org.springframework.stereotype.Component;

/** What earlier imports teach about the next: mappings of files with the same header, and what single headers mean. */
@Component
@RequiredArgsConstructor
class MappingMemory {

    static final int LONGEST_NAME = 100;

    private final SavedMappings mappings;
    private final Synonyms synonyms;
    private final UserAttributes attributes;
    private final FilePreview previews;
    private final FileStore store;

    /** The mapping that was last used for files with this header, or for the file whose refused rows these are, if there is one. */
    Optional<SavedMapping> recall(ImportFile file) {
        Header header = Header.of(file.getColumnNames());
        List<SavedMapping> like = mappings.findAllByKindOrderByLastUsedAtDesc(file.getKind()).stream()
                .filter(saved -> header.isLike(saved.getHeader()))
                .toList();
        return like.stream()
                .filter(saved -> saved.getHeader().equals(header.words()))
                .findFirst()
                .or(() -> like.stream().findFirst())
                .filter(saved ->
                        makesSense(file, saved.mapping().over(header.words().size())));
    }

    /** What is known beyond the built-in words. */
    ColumnGuess.Hints hints(ImportKind kind) {
        return new ColumnGuess.Hints(synonyms.of(kind), attributes.current());
    }

    /**
     * The mapping of this name.
     *
     * @throws UnknownMapping if there is none
     * @throws MappingDoesNotFit if it is for files with another header
     */
    SavedMapping named(ImportKind kind, String name, List<String> names) {
        SavedMapping saved =
                mappings.findByKindAndNameIgnoreCase(kind, name.strip()).orElseThrow(() -> new UnknownMapping(name));
        if (!Header.of(names).isLike(saved.getHeader())) {
            throw new MappingDoesNotFit(saved.getName());
        }
        return saved;
    }

    /** The file's name without what differs from one such file to the next, where no mapping of other files is called so. */
    String usualName(ImportKind kind, String fileName, List<String> names) {
        String bare = fileName.replaceFirst("\\.[^.]{1,5}$", "")
                .replaceAll("[\\p{N}]+", " ")
                .replaceAll("^[\\s._()\\[\\]-]+|[\\s._()\\[\\]-]+$", "")
                .replaceAll("[\\s._-]{2,}", " ");
        String first = bare.isEmpty() ? kind.name().toLowerCase(Locale.ROOT) : bare;
        String cut = first.length() <= LONGEST_NAME - 4 ? first : first.substring(0, LONGEST_NAME - 4);
        return Stream.iterate(1, number -> number + 1)
                .map(number -> number == 1 ? cut : cut + " " + number)
                .filter(Predicate.not(name -> isTaken(kind, name, names)))
                .findFirst()
                .orElseThrow();
    }

    /** Whether a mapping of files with another header is called so. */
    boolean isTaken(ImportKind kind, String name, List<String> names) {
        return mappings.findByKindAndNameIgnoreCase(kind, name)
                .filter(saved -> !Header.of(names).isLike(saved.getHeader()))
                .isPresent();
    }

    /** Keeps what a file was imported by, in the transaction of its commit. */
    void remember(ImportFile file, Instant when) {
        if (!file.getReading().header()) {
            return;
        }
        ImportKind kind = file.getKind();
        List<String> names = file.getColumnNames();
        String wanted = file.getMappingName().isEmpty() || isTaken(kind, file.getMappingName(), names)
                ? usualName(kind, file.getFileName(), names)
                : file.getMappingName();
        SavedMapping saved = mappings.findByKindAndNameIgnoreCase(kind, wanted)
                .orElseGet(() -> new SavedMapping(kind, wanted, toKeep(file), file.getUploadedBy()));
        saved.use(file.mapping().afterCommit(), file.format(), when);
        mappings.saveAndFlush(saved);
        learn(file, when);
    }

    /** What was chosen by hand: what nobody would have guessed without having learned it. */
    private void learn(ImportFile file, Instant when) {
        List<ColumnUse> uses = file.mapping().uses();
        List<ColumnUse> guessed = guessed(file);
        IntStream.range(0, uses.size())
                .forEach(column -> uses.get(column)
                        .field()
                        .filter(field -> !guessed.get(column).field().equals(Optional.of(field)))
                        .ifPresent(field -> {
                            String shown = file.getColumnNames().get(column);
                            if (!Vocabulary.plain(shown).isEmpty()) {
                                synonyms.learn(file.getKind(), shown, field, when);
                            }
                        }));
    }

    private List<ColumnUse> guessed(ImportFile file) {
        try (FileContent content =
                FileContents.open(file.getContainer(), store.readWithin(file.getId(), file.getBytes()))) {
            return previews.columns(file.getKind(), content, file.format(), ColumnGuess.Hints.NONE)
                    .uses();
        }
    }

    private boolean makesSense(ImportFile file, Mapping mapping) {
        try {
            new MappingRules(file.getKind(), file.getColumnNames(), mapping, attributes.current()).check();
            return true;
        } catch (MappingRefused refusal) {
            return false;
        }
    }

    /** The header to know such files by. The line and the reason of refused rows are no part of it, unless somebody imports them. */
    private static List<String> toKeep(ImportFile file) {
        Header header = Header.of(file.getColumnNames());
        List<ColumnUse> uses = file.mapping().uses();
        boolean added = header.isOfRefusedRows()
                && uses.subList(uses.size() - 2, uses.size()).stream().noneMatch(ColumnUse::isRead);
        return added ? header.bare() : header.words();
    }
}
