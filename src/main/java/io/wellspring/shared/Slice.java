package io.wellspring.shared;

import java.util.List;
import java.util.function.Function;

/**
 * One page of a numbered list that is short enough to be counted and skipped through.
 *
 * @param rows the rows of this page
 * @param number this page's number, from 1
 * @param size how many rows a full page has
 * @param total how many rows there are on all pages
 */
public record Slice<T>(List<T> rows, int number, int size, long total) {

    public Slice {
        rows = List.copyOf(rows);
    }

    public static long offset(int number, int size) {
        return (Math.max(number, 1) - 1L) * size;
    }

    public int pages() {
        return (int) Math.max(1, (total + size - 1) / size);
    }

    public long first() {
        return rows.isEmpty() ? 0 : offset(number, size) + 1;
    }

    public long last() {
        return rows.isEmpty() ? 0 : offset(number, size) + rows.size();
    }

    public <R> Slice<R> map(Function<T, R> mapping) {
        return new Slice<>(rows.stream().map(mapping).toList(), number, size, total);
    }
}
