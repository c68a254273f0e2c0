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
