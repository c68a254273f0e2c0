package io.kaimen.simulator.cabinet;

import io.kaimen.simulator.fault.CabinetFault.Reboots;
import io.kaimen.simulator.line.Line;
import io.kaimen.simulator.time.Uptime;

/** A cabinet's power: on, failing for a while, off for good. */
final class Power {

    /** Boots a cabinet. */
    interface Booting {

        /**
         * @param power to fail
         */
        Boot boot(Found found, Power power);
    }

    /**
     * One boot.
     *
     * @param stop nothing of it happens any more
     */
    record Boot(VirtualCabinet cabinet, Line line, Uptime uptime, Runnable stop) {}

    private final Uptime mains;
    private final Booting booting;
    private Boot boot;
    private boolean off;

    /**
     * Switches it on.
     *
     * @param mains a time that goes on without power, on the cabinet's thread
     */
    Power(Uptime mains, Booting booting) {
        this.mains = mains;
        this.booting = booting;
        // The first boot may fail at once, on its own thread, and finds itself here then.
        synchronized (this) {
            this.boot = booting.boot(Found.AS_IT_WAS, this);
        }
    }

    /** The present boot, or the last one while there is no power. */
    synchronized Boot boot() {
        return boot;
    }

    /** The power fails and comes back. */
    synchronized void cut(Reboots how) {
        if (off) {
            return;
        }
        boot.stop().run();
        boot.line().close();
        boot.cabinet().dark();
        mains.after(how.down(), () -> on(how));
    }

    private synchronized void on(Reboots how) {
        if (off) {
            return;
        }
        Found found = boot.cabinet().found();
        boot = booting.boot(how.findsShut() ? found.shut() : found, this);
        Long closeAfter = how.closeAfterMs();
        if (closeAfter != null) {
            VirtualCabinet cabinet = boot.cabinet();
            boot.uptime().after(closeAfter, cabinet::closeAll);
        }
    }

    /** For good. */
    synchronized void off() {
        off = true;
        boot.stop().run();
        boot.line().close();
    }
}
