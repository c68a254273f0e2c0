package io.kaimen.device;

import com.baomidou.mybatisplus.core.metadata.IPage;
import com.baomidou.mybatisplus.extension.plugins.pagination.Page;
import io.kaimen.service.page.Paged;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import org.jspecify.annotations.Nullable;

/**
 * Which page of a list is wanted.
 *
 * @param page from 1 (default 1)
 * @param size at most {@link Paged#MAX_SIZE} (default 20)
 */
public record PageRequest(
        @Min(1) @Nullable Integer page, @Min(1) @Max(Paged.MAX_SIZE) @Nullable Integer size) {

    private static final int DEFAULT_SIZE = 20;

    /** For the mapper; its interceptor adds limit and total. */
    public <T> IPage<T> toPage() {
        return new Page<>(page == null ? 1 : page, size == null ? DEFAULT_SIZE : size);
    }

    /** What the mapper filled. */
    public static <T> Paged<T> answer(IPage<T> page) {
        return new Paged<>(
                page.getRecords(), page.getTotal(), (int) page.getCurrent(), (int) page.getSize());
    }
}
