package io.kaimen.service.page;

import java.util.List;
import java.util.function.Function;

/**
 * One page of a list.
 *
 * @param total of all pages
 * @param page from 1
 * @param size asked for, at most {@link #MAX_SIZE}
 */
public record Paged<T>(List<T> items, long total, int page, int size) {

    public static final int MAX_SIZE = 100;

    /** The same page of what the items become. */
    public <R> Paged<R> map(Function<? super T, ? extends R> mapper) {
        return new Paged<>(items.stream().<R>map(mapper).toList(), total, page, size);
    }
}
