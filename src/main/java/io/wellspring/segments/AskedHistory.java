package io.wellspring.segments;

import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.select;

import io.wellspring.profiles.HistoryTable;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.SelectField;
import org.jooq.Table;
import org.jooq.impl.DSL;

/** One kind of history, and what a rule asks of it: a column for each question. */
final class AskedHistory {

    private final Table<Record> history;
    private final Condition condition;
    private final String alias;
    private final List<SelectField<?>> questions = new ArrayList<>();
    private Condition mattering = DSL.noCondition();

    AskedHistory(Table<Record> history, Condition condition, String alias) {
        this.history = history;
        this.condition = condition;
        this.alias = alias;
    }

    /** What the answers are joined as. */
    String alias() {
        return alias;
    }

    /**
     * Asks something.
     *
     * @param matters by the answer, whether it differs from that of a user without a history
     * @return where the answer stands
     */
    <T> Field<T> ask(Field<T> question, Function<Field<T>, Condition> matters) {
        String column = "c" + questions.size();
        questions.add(question.as(column));
        mattering = mattering.or(matters.apply(question));
        return field(name(alias, column), question.getType());
    }

    /** The answers of all users for whom one of them matters. */
    Table<?> answers() {
        return answers(mattering);
    }

    /** The answers of a few users. */
    Table<?> answersOf(UserRange users) {
        return answers(users.holds(HistoryTable.USER_ID));
    }

    private Table<?> answers(Condition whose) {
        return select(columns())
                .from(history)
                .where(condition.and(whose))
                .asTable()
                .as(alias);
    }

    private List<SelectField<?>> columns() {
        List<SelectField<?>> columns = new ArrayList<>(questions);
        columns.addFirst(HistoryTable.USER_ID);
        return columns;
    }
}
