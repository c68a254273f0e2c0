package io.kaimen.simulator.cabinet;

import io.kaimen.simulator.fault.CabinetFault.Reboots;
import io.kaimen.simulator.fault.DoorFault.OpensUnasked;
import io.kaimen.simulator.fault.Faults;
import io.kaimen.simulator.time.Uptime;
import io.kaimen.simulator.time.Uptime.Timer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.LongSupplier;

/** Faults that happen without anybody's doing: a lock springs open, the power fails. */
final class Surprises {

    private static final long LEAST_MILLIS_BETWEEN = 1_000;

    private final Site site;
    private final Faults faults;
    private final Uptime uptime;
    private final Map<Integer, Door> doors;
    private final LongSupplier unlockWindow;
    private final List<Timer> timers = new ArrayList<>();

    /**
     * @param unlockWindow in ms, as it is when the lock springs
     */
    Surprises(Site site, Uptime uptime, Map<Integer, Door> doors, LongSupplier unlockWindow) {
        this.site = site;
        this.faults = site.faults();
        this.uptime = uptime;
        this.doors = doors;
        this.unlockWindow = unlockWindow;
    }

    /** The cabinet has booted, or other faults were set. */
    void look() {
        timers.forEach(Timer::cancel);
        timers.clear();
        for (OpensUnasked opens : faults.present(OpensUnasked.class)) {
            expect(opens.after(), opens);
        }
        for (Reboots reboots : faults.present(Reboots.class)) {
            if (reboots.at() == null) {
                timers.add(uptime.after(reboots.after(), () -> fail(reboots)));
            }
        }
    }

    /** Something happened at a door. */
    void after(String event) {
        faults.use(Reboots.class, reboots -> event.equals(reboots.at()))
                .ifPresent(reboots ->
                        uptime.after(reboots.after(), () -> site.powerCut().accept(reboots)));
    }

    private void fail(Reboots reboots) {
        faults.use(Reboots.class, reboots::equals).ifPresent(site.powerCut());
    }

    private void expect(long millis, OpensUnasked opens) {
        timers.add(uptime.after(millis, () -> spring(opens)));
    }

    private void spring(OpensUnasked opens) {
        Door door = doors.get(opens.door());
        if (door == null || faults.find(OpensUnasked.class, opens::equals).isEmpty()) {
            return;
        }
        if (door.position() == Door.Position.CLOSED && door.seen() == Door.Position.CLOSED) {
            var _ = faults.use(OpensUnasked.class, opens::equals);
            door.spring(unlockWindow.getAsLong());
        }
        expect(Math.max(opens.after(), LEAST_MILLIS_BETWEEN), opens);
    }
}
