package io.kaimen.simulator.cabinet;

import io.kaimen.simulator.fault.DoorFault.LeftOpen;
import io.kaimen.simulator.time.Uptime;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Who is at a cabinet's doors, who waits there, and who was there last. */
final class Visits {

    private final Map<Integer, Lane> lanes;
    private final Memory memory;
    private final Uptime uptime;
    private final Site site;
    private final Map<Integer, Visit> visits = new TreeMap<>();

    /** Those that a power cut has ended. */
    private final Map<Integer, Visit.Progress> before;

    /**
     * @param found in it, the visits before the power went
     */
    Visits(Map<Integer, Lane> lanes, Memory memory, Uptime uptime, Site site, Found found) {
        this.lanes = lanes;
        this.memory = memory;
        this.uptime = uptime;
        this.site = site;
        this.before = new TreeMap<>(found.visits());
    }

    /** Sends a shopper to a door; see {@link VirtualCabinet#visit(int, VisitPlan)}. */
    Visit.Progress send(Door door, VisitPlan plan) {
        requireNobodyAt(door);
        for (VisitPlan.Goods goods : plan.putting()) {
            Lane _ = door.lane(goods.lane());
        }
        for (VisitPlan.Goods goods : plan.taking()) {
            Lane lane = door.lane(goods.lane());
            if (plan.putting().isEmpty() && goods.count() > lane.count()) {
                throw new IllegalArgumentException(
                        "lane %d holds %d".formatted(lane.number(), lane.count()));
            }
        }
        return expect(door, plan).progress();
    }

    /**
     * @throws IllegalStateException when a visit is under way
     */
    void requireNobodyAt(Door door) {
        Visit last = visits.get(door.number());
        if (last != null && last.underWay()) {
            throw new IllegalStateException("somebody is at the door");
        }
    }

    /** A shopper waits for the next unlock. */
    Visit expect(Door door, VisitPlan plan) {
        var visit =
                new Visit(
                        plan,
                        door,
                        lanes,
                        uptime,
                        site.clock(),
                        lane -> memory.keepUnits(lane.number(), lane.units()),
                        this::leftOpen);
        visits.put(door.number(), visit);
        return visit;
    }

    private boolean leftOpen(Door door) {
        return site.faults().use(LeftOpen.class, it -> it.covers(door.number())).isPresent();
    }

    void unlocked(Door door, @Nullable String command) {
        Visit visit = visits.get(door.number());
        if (visit != null && visit.waiting()) {
            visit.unlocked(command);
        }
    }

    void relocked(Door door) {
        Visit visit = visits.get(door.number());
        if (visit != null && visit.underWay()) {
            visit.relocked();
        }
        before.computeIfPresent(door.number(), (number, progress) -> progress.relocked());
    }

    /** The cabinet has seen a close. */
    void closed(Door door) {
        before.computeIfPresent(
                door.number(), (number, progress) -> progress.shut(site.clock().instant()));
    }

    /** Somebody who is no shopper has shut the door. */
    void shut(Door door) {
        Visit visit = visits.get(door.number());
        if (visit != null) {
            visit.shut();
        }
    }

    /** The last visit to a door; null when there was none. */
    Visit.@Nullable Progress progress(int door) {
        Visit visit = visits.get(door);
        return visit == null ? before.get(door) : visit.progress();
    }

    /** What the next boot will find. */
    Found found(Map<Integer, Door.Position> positions) {
        var progress = new TreeMap<>(before);
        var waiting = new TreeMap<Integer, VisitPlan>();
        visits.forEach((door, visit) -> {
            if (visit.waiting()) {
                waiting.put(door, visit.plan());
            } else {
                progress.put(door, visit.progress());
            }
        });
        return new Found(positions, progress, waiting);
    }
}
