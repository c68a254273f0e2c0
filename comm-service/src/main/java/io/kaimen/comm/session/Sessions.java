package io.kaimen.comm.session;

import io.kaimen.comm.CommMetrics;
import java.util.Collection;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The cabinets this instance holds: of several connections of one cabinet, the newest epoch's. */
@Component
public class Sessions {

    private final ConcurrentHashMap<String, CabinetSession> bySn = new ConcurrentHashMap<>();

    /** Cabinets whose CONNECT is being judged here, and how many of each. */
    private final ConcurrentHashMap<String, Integer> expected = new ConcurrentHashMap<>();

    private final Disconnector disconnector;

    public Sessions(Disconnector disconnector, CommMetrics metrics) {
        this.disconnector = disconnector;
        metrics.gauge("sessions", bySn::size);
    }

    /**
     * Adds a session and ends an older one of the same cabinet.
     *
     * @return false when a newer one is held already; the caller ends this one
     */
    public boolean add(CabinetSession session) {
        CabinetSession before;
        do {
            before = bySn.get(session.sn());
            if (before != null && before.epoch() >= session.epoch()) {
                return false;
            }
        } while (before == null
                ? bySn.putIfAbsent(session.sn(), session) != null
                : !bySn.replace(session.sn(), before, session));
        if (before != null) {
            disconnector.end(before.channel(), Ending.TAKEN_OVER, "by epoch " + session.epoch());
        }
        return true;
    }

    /** Its CONNECT is being judged: the route may be here before the session is. */
    public void expect(String sn) {
        expected.merge(sn, 1, Integer::sum);
    }

    /** It was judged, and added if it may stay. */
    public void judged(String sn) {
        expected.computeIfPresent(sn, (any, count) -> count == 1 ? null : count - 1);
    }

    public boolean isExpected(String sn) {
        return expected.containsKey(sn);
    }

    /** Removes exactly this session; a newer one of the same cabinet stays. */
    public void remove(CabinetSession session) {
        bySn.remove(session.sn(), session);
    }

    public @Nullable CabinetSession find(String sn) {
        return bySn.get(sn);
    }

    public Collection<CabinetSession> all() {
        return bySn.values();
    }
}
