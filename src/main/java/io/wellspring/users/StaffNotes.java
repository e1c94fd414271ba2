package io.wellspring.users;

import io.wellspring.audit.AuditTrail;
import io.wellspring.audit.Audited;
import io.wellspring.shared.BusinessClock;
import io.wellspring.shared.UserId;
import io.wellspring.staff.CurrentStaff;
import io.wellspring.staff.ForOperators;
import io.wellspring.staff.Role;
import io.wellspring.staff.StaffMember;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import lombok.RequiredArgsConstructor;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Notes by staff about users. Everyone writes and pins them; their author changes and removes them, and so may managers and above. What
 * a note said before stays in the database; the audit trail says who did what to which note, never what it says.
 */
@Service
@ForOperators
@Transactional
@RequiredArgsConstructor
public class StaffNotes {

    public static final int LONGEST = 2000;
    private static final int SHOWN = 100;

    private final NoteBatch batch;
    private final UserMerging merging;
    private final AuditTrail trail;
    private final CurrentStaff staff;
    private final BusinessClock clock;

    /** The notes about a user, those pinned first, then the latest; at most a hundred. */
    @Transactional(readOnly = true)
    public List<StaffNote> of(UserId user) {
        return batch.notes(user, SHOWN).stream().map(this::toNote).toList();
    }

    /**
     * One note.
     *
     * @throws UnknownNote if there is none, or it was removed
     */
    @Transactional(readOnly = true)
    public StaffNote get(UserId user, long note) {
        return toNote(row(user, note));
    }

    /**
     * Writes a note about a user, or about who stands for them by now.
     *
     * @param form tells one form from the next: the same one sent twice is one note
     * @throws NoteTextMissing if it says nothing, or too much
     * @throws UnknownUser if there is no such user
     */
    public void write(UserId about, UUID form, String text, boolean pinned) {
        UserId user = merging.survivorOf(about).orElse(about);
        String said = said(text);
        if (batch.insert(user, form, staff.get(), said, pinned, clock.now()) == 1) {
            trail.record(new NoteAction("note.written", user, Map.of("length", said.length(), "pinned", pinned)));
        } else if (!batch.has(user, form)) {
            throw new UnknownUser(user);
        }
    }

    /**
     * Gives a note another text.
     *
     * @param seen the version that was read
     * @throws NoteTextMissing if it says nothing, or too much
     * @throws NoteOfAnother if who asks is neither its author nor a manager
     * @throws NoteChangedMeanwhile if it is another version by now
     */
    public void change(UserId user, long note, int seen, String text) {
        String said = said(text);
        NoteBatch.Row row = changeable(user, note);
        if (row.text().equals(said)) {
            return;
        }
        if (batch.change(user, note, seen, said, staff.get().name(), clock.now()) == 0) {
            throw new NoteChangedMeanwhile(row.lastHand());
        }
        trail.record(new NoteAction("note.changed", user, Map.of("note", note, "length", said.length())));
    }

    /**
     * Takes a note off the page.
     *
     * @param seen the version that was read
     * @throws NoteOfAnother if who asks is neither its author nor a manager
     * @throws NoteChangedMeanwhile if it is another version by now
     */
    public void remove(UserId user, long note, int seen) {
        NoteBatch.Row row = changeable(user, note);
        if (batch.remove(user, note, seen, staff.get().name(), clock.now()) == 0) {
            throw new NoteChangedMeanwhile(row.lastHand());
        }
        trail.record(new NoteAction("note.removed", user, Map.of("note", note)));
    }

    /** Puts a note above the others, or back among them. */
    public void pin(UserId user, long note, boolean pinned) {
        row(user, note);
        if (batch.pin(user, note, pinned) == 1) {
            trail.record(new NoteAction("note.pinned", user, Map.of("note", note, "pinned", pinned)));
        }
    }

    private NoteBatch.Row changeable(UserId user, long note) {
        NoteBatch.Row row = row(user, note);
        if (!mayChange(row)) {
            throw new NoteOfAnother(row.author());
        }
        return row;
    }

    private NoteBatch.Row row(UserId user, long note) {
        return batch.note(user, note).orElseThrow(() -> new UnknownNote(note));
    }

    private boolean mayChange(NoteBatch.Row row) {
        StaffMember member = staff.get();
        return member.id() == row.authorId() || member.role().compareTo(Role.MANAGER) >= 0;
    }

    private StaffNote toNote(NoteBatch.Row row) {
        return new StaffNote(
                row.id(),
                row.author(),
                row.text(),
                row.pinned(),
                row.writtenAt(),
                row.change(),
                row.version(),
                mayChange(row));
    }

    private static String said(String text) {
        String said = text.replace("\r\n", "\n").strip();
        if (said.isEmpty() || said.codePointCount(0, said.length()) > LONGEST) {
            throw new NoteTextMissing(LONGEST);
        }
        return said;
    }

    private record NoteAction(String action, UserId user, Map<String, ?> after) implements Audited {

        @Override
        public String subject() {
            return "user " + user;
        }
    }
}
