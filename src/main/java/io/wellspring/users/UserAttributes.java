package io.wellspring.users;

import io.wellspring.audit.AuditTrail;
import io.wellspring.audit.Audited;
import io.wellspring.shared.BusinessClock;
import io.wellspring.staff.ForAdmins;
import io.wellspring.staff.ForOperatorsAndImportTokens;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import lombok.RequiredArgsConstructor;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What a company keeps of its users beyond the fields everyone has: the definitions, and what staged rows would add to them. */
@Service
@RequiredArgsConstructor
@Transactional(readOnly = true)
public class UserAttributes {

    private final Attributes attributes;
    private final AttributeBatch batch;
    private final AuditTrail trail;
    private final BusinessClock clock;

    /** Those that are offered and shown, by their labels. */
    @ForOperatorsAndImportTokens
    public List<UserAttribute> current() {
        return attributes.findAllByRetiredAtIsNullOrderByLabel().stream()
                .map(Attribute::value)
                .toList();
    }

    /** All, the retired ones included, each with how many users have a value of it. */
    @ForAdmins
    public List<AttributeUse> all() {
        Map<String, Long> uses = batch.uses();
        return attributes.findAllByOrderByLabel().stream()
                .map(Attribute::value)
                .map(attribute -> new AttributeUse(attribute, uses.getOrDefault(attribute.code(), 0L)))
                .toList();
    }

    /** A draft for a new attribute, under a code that no other has, retired ones included. */
    @ForAdmins
    public AttributeDraft draft(String label, AttributeType type) {
        AttributeDraft draft = AttributeDraft.labelled(label, type);
        return Stream.iterate(1, number -> number + 1)
                .map(number -> number == 1 ? draft : draft.withCode(draft.code() + "_" + number))
                .filter(free -> attributes.findByCode(free.code()).isEmpty())
                .findFirst()
                .orElseThrow();
    }

    /** How many staged rows give a value, by the attribute's code. */
    @ForAdmins
    public Map<String, Long> staged(long intakeId) {
        return batch.staged(intakeId);
    }

    /** The values staged rows give to these choices, and which they do not have yet; the most frequent of each first. */
    @ForAdmins
    public List<NewChoice> newChoices(long intakeId, Collection<String> codes) {
        return batch.newChoices(intakeId, codes);
    }

    /**
     * Lets drafts come into being and choices have the values that staged rows give them, in the caller's transaction. A draft that is
     * there already, of the same type, stays as it is.
     *
     * @param choices the codes of all choices that rows give values to, new ones included
     * @throws AttributeDiffers if another attribute has come into being under the code of a draft
     */
    @ForAdmins
    @Transactional
    public void establish(
            long intakeId, List<AttributeDraft> drafts, Collection<String> choices, String createdBy, Instant when) {
        drafts.forEach(draft -> establish(draft, createdBy, when));
        batch.newChoices(intakeId, choices).stream()
                .collect(Collectors.groupingBy(
                        NewChoice::code, Collectors.mapping(NewChoice::choice, Collectors.toList())))
                .forEach((code, more) -> get(code).admit(more));
    }

    /**
     * Gives an attribute another label.
     *
     * @throws AttributeLabelMissing if there is none, or too much of it
     * @throws AttributeLabelTaken if another one is called so
     */
    @ForAdmins
    @Transactional
    public void rename(String code, String label) {
        String wanted = label.strip();
        if (wanted.isEmpty() || wanted.length() > UserAttribute.LONGEST_LABEL) {
            throw new AttributeLabelMissing(UserAttribute.LONGEST_LABEL);
        }
        Attribute attribute = get(code);
        boolean taken = attributes.findAllByRetiredAtIsNullOrderByLabel().stream()
                .anyMatch(other ->
                        !other.getCode().equals(code) && other.getLabel().equalsIgnoreCase(wanted));
        if (taken) {
            throw new AttributeLabelTaken(wanted);
        }
        if (!attribute.getLabel().equals(wanted)) {
            trail.record(new AttributeAction(
                    "attribute.renamed", code, Map.of("label", attribute.getLabel()), Map.of("label", wanted)));
            attribute.rename(wanted);
        }
    }

    /** Takes an attribute out of use: it is offered and shown no longer, and users keep the values they have. */
    @ForAdmins
    @Transactional
    public void retire(String code) {
        Attribute attribute = get(code);
        if (attribute.getRetiredAt() == null) {
            attribute.retire(clock.now());
            trail.record(
                    new AttributeAction("attribute.retired", code, Map.of("label", attribute.getLabel()), Map.of()));
        }
    }

    private void establish(AttributeDraft draft, String createdBy, Instant when) {
        attributes
                .findByCode(draft.code())
                .ifPresentOrElse(
                        there -> {
                            if (there.getType() != draft.type() || there.getRetiredAt() != null) {
                                throw new AttributeDiffers(draft.label());
                            }
                        },
                        () -> create(draft, createdBy, when));
    }

    private void create(AttributeDraft draft, String createdBy, Instant when) {
        Set<String> labels = attributes.findAllByRetiredAtIsNullOrderByLabel().stream()
                .map(other -> other.getLabel().toLowerCase(Locale.ROOT))
                .collect(Collectors.toSet());
        if (labels.contains(draft.label().toLowerCase(Locale.ROOT))) {
            throw new AttributeDiffers(draft.label());
        }
        attributes.saveAndFlush(new Attribute(draft, createdBy, when));
        trail.record(new AttributeAction(
                "attribute.created",
                draft.code(),
                Map.of(),
                Map.of("label", draft.label(), "type", draft.type().name())));
    }

    private Attribute get(String code) {
        return attributes.findByCode(code).orElseThrow(() -> new UnknownAttribute(code));
    }

    private record AttributeAction(String action, String code, Map<String, ?> before, Map<String, ?> after)
            implements Audited {

        @Override
        public String subject() {
            return "attribute " + code;
        }
    }
}
