package io.kaimen.order;

import java.util.function.Supplier;
import org.apache.seata.rm.datasource.exec.LockConflictException;
import org.jspecify.annotations.Nullable;
import org.springframework.core.NestedExceptionUtils;
import org.springframework.dao.DataAccessException;

/**
 * A row whose global transaction has not ended in the time one waits for it; later it will have.
 */
public class StillInGlobalTransaction extends RuntimeException {

    private static final long serialVersionUID = 1;

    private StillInGlobalTransaction(Throwable cause) {
        super(cause);
    }

    /**
     * Reads under Seata's global lock.
     *
     * @throws StillInGlobalTransaction when the lock was not to be had
     */
    public static <T extends @Nullable Object> T orResult(Supplier<T> read) {
        try {
            return read.get();
        } catch (DataAccessException e) {
            if (NestedExceptionUtils.getMostSpecificCause(e) instanceof LockConflictException) {
                throw new StillInGlobalTransaction(e);
            }
            throw e;
        }
    }
}
