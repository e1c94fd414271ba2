package io.wellspring.rfm;

import java.util.List;

/** A whole snapshot: every figure on its page is summed from the same cells. */
public record RfmPicture(RfmSnapshot snapshot, List<RfmCell> cells) {

    public RfmPicture {
        cells = List.copyOf(cells);
    }

    public Tally tally(RfmClass klass) {
        return Tally.of(cells.stream().filter(cell -> cell.klass() == klass).toList());
    }

    public Tally tally(RfmGroup group) {
        return Tally.of(cells.stream().filter(cell -> cell.group() == group).toList());
    }

    /** The users with these two scores, whatever the third. */
    public Tally tally(Dimension first, int firstScore, Dimension second, int secondScore) {
        return Tally.of(cells.stream()
                .filter(cell -> cell.score(first) == firstScore && cell.score(second) == secondScore)
                .toList());
    }
}
