package io.wellspring.imports;

import io.wellspring.audit.AuditTrail;
import io.wellspring.audit.Audited;
import io.wellspring.staff.ForAdmins;
import java.util.List;
import java.util.Map;
import lombok.RequiredArgsConstructor;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What imports have taught: the mappings that are offered again, and the words that were learned for fields. */
@Service
@RequiredArgsConstructor
@ForAdmins
@Transactional
public class MappingBook {

    private final SavedMappings mappings;
    private final Synonyms synonyms;
    private final AuditTrail trail;

    /** Every remembered mapping, by kind and name. */
    @Transactional(readOnly = true)
    public List<MappingLine> mappings() {
        return mappings.findAllByOrderByKindAscNameAsc().stream()
                .map(saved -> new MappingLine(
                        saved.getId(),
                        saved.getKind(),
                        saved.getName(),
                        saved.getHeader().size(),
                        saved.getTimes(),
                        saved.getSavedBy(),
                        saved.getLastUsedAt()))
                .toList();
    }

    /** Every learned word; of the same header the one chosen most often first. */
    @Transactional(readOnly = true)
    public List<LearnedSynonym> synonyms() {
        return synonyms.all();
    }

    /**
     * Gives a mapping another name.
     *
     * @throws MappingNameMissing if there is none, or too much of it
     * @throws MappingNameTaken if another mapping of this kind is called so
     */
    public void rename(long mappingId, String name) {
        SavedMapping saved = get(mappingId);
        String wanted = name.strip();
        if (wanted.isEmpty() || wanted.length() > MappingMemory.LONGEST_NAME) {
            throw new MappingNameMissing(MappingMemory.LONGEST_NAME);
        }
        if (mappings.findByKindAndNameIgnoreCase(saved.getKind(), wanted)
                .filter(other -> !other.getId().equals(mappingId))
                .isPresent()) {
            throw new MappingNameTaken(wanted);
        }
        if (!saved.getName().equals(wanted)) {
            trail.record(new MappingAction(
                    "mapping.renamed", mappingId, Map.of("name", saved.getName()), Map.of("name", wanted)));
            saved.rename(wanted);
        }
    }

    /** Forgets a mapping; what was imported by it stays. */
    public void forget(long mappingId) {
        SavedMapping saved = get(mappingId);
        mappings.delete(saved);
        trail.record(new MappingAction("mapping.deleted", mappingId, Map.of("name", saved.getName()), Map.of()));
    }

    /** Forgets what was learned about a header. */
    public void forget(ImportKind kind, String header, ImportField field) {
        if (synonyms.forget(kind, header, field)) {
            trail.record(
                    new MappingAction("synonym.deleted", 0, Map.of("header", header, "field", field.name()), Map.of()));
        }
    }

    private SavedMapping get(long mappingId) {
        return mappings.findById(mappingId).orElseThrow(() -> new UnknownMapping(Long.toString(mappingId)));
    }

    private record MappingAction(String action, long mappingId, Map<String, ?> before, Map<String, ?> after)
            implements Audited {

        @Override
        public String subject() {
            return mappingId == 0 ? "mappings" : "mapping " + mappingId;
        }
    }
}
