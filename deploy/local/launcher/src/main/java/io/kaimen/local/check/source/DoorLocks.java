package io.kaimen.local.check.source;

import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The doors' locks in Redis. */
public interface DoorLocks {

    /**
     * A lock.
     *
     * @param key in Redis
     * @param sn of the cabinet
     * @param door of the cabinet
     * @param token whose it is
     * @param left of its lease; null when it has none and would stay for ever
     */
    record DoorLock(String key, String sn, int door, String token, @Nullable Duration left) {}

    /**
     * Every lock there is.
     *
     * @throws Unreachable when Redis does not answer
     */
    List<DoorLock> all();
}
