package io.kaimen.simulator.control;

import io.kaimen.simulator.cabinet.CabinetFiles;
import io.kaimen.simulator.cabinet.CabinetPlan;
import io.kaimen.simulator.cabinet.Memory;
import io.kaimen.simulator.cabinet.Pulse;
import io.kaimen.simulator.cabinet.VirtualCabinet;
import io.kaimen.simulator.link.MqttLink;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.random.RandomGenerator;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The virtual cabinets of this process. A start of the process is a reboot of each. */
public final class Fleet {

    private static final Logger log = LoggerFactory.getLogger(Fleet.class);

    private final CabinetFiles files;
    private final ScheduledExecutorService timer = Executors.newScheduledThreadPool(2);
    private final Map<String, Running> running = new TreeMap<>();

    public Fleet(CabinetFiles files) {
        this.files = files;
    }

    private record Running(VirtualCabinet cabinet, MqttLink link) {}

    /** Boots every cabinet that was there when the process ended. */
    public synchronized void wakeAll() {
        files.all().forEach(this::boot);
    }

    /**
     * Sets a cabinet up anew, with the lanes filled as the plan says; one that runs under this
     * number is switched off.
     */
    synchronized VirtualCabinet set(String sn, CabinetPlan plan) {
        Memory before = running.containsKey(sn) ? files.all().get(sn) : null;
        switchOff(sn);
        Memory fresh = before == null ? Memory.of(plan) : Memory.rebuilt(before, plan);
        return boot(sn, fresh);
    }

    private VirtualCabinet boot(String sn, Memory memory) {
        var link = new MqttLink(sn, memory.plan(), timer);
        var cabinet =
                new VirtualCabinet(
                        memory,
                        link,
                        pulse(),
                        changed -> files.write(sn, changed),
                        RandomGenerator.getDefault());
        running.put(sn, new Running(cabinet, link));
        link.serve(cabinet);
        log.info("{} booted", sn);
        return cabinet;
    }

    private Pulse pulse() {
        return new Pulse() {
            @Override
            public long millis() {
                return TimeUnit.NANOSECONDS.toMillis(System.nanoTime());
            }

            @Override
            public void after(long delayMillis, Runnable work) {
                timer.schedule(() -> guarded(work), delayMillis, TimeUnit.MILLISECONDS);
            }
        };
    }

    private static void guarded(Runnable work) {
        try {
            work.run();
        } catch (RuntimeException e) {
            log.error("a cabinet's step failed", e);
        }
    }

    synchronized Optional<VirtualCabinet> find(String sn) {
        return Optional.ofNullable(running.get(sn)).map(Running::cabinet);
    }

    synchronized Map<String, Object> views() {
        var views = new TreeMap<String, Object>();
        running.forEach((sn, each) -> views.put(sn, each.cabinet().view()));
        return views;
    }

    /** Switches a cabinet off and forgets it. */
    synchronized boolean remove(String sn) {
        boolean was = running.containsKey(sn);
        switchOff(sn);
        files.delete(sn);
        return was;
    }

    private void switchOff(String sn) {
        Running old = running.remove(sn);
        if (old != null) {
            old.cabinet().switchOff();
            old.link().close();
        }
    }
}
