package io.kaimen.device.planogram;

import io.kaimen.contracts.Topic;
import io.kaimen.contracts.device.PlanogramChanged;
import io.kaimen.device.audit.Audit;
import io.kaimen.device.cabinet.Cabinet;
import io.kaimen.device.cabinet.Cabinets;
import io.kaimen.device.cabinet.Layout;
import io.kaimen.device.catalog.Catalog;
import io.kaimen.device.catalog.NotInCatalog;
import io.kaimen.device.catalog.Product;
import io.kaimen.device.claim.ChangeDoors;
import io.kaimen.service.messaging.Outbox;
import java.time.Clock;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Replaces a cabinet's planogram as a whole, while nobody has any of its doors. */
@Component
class ReplacePlanogram {

    private final Cabinets cabinets;
    private final PlanogramMapper mapper;
    private final Catalog catalog;
    private final ChangeDoors changeDoors;
    private final Announcement announcement;

    ReplacePlanogram(
            Cabinets cabinets,
            PlanogramMapper mapper,
            Catalog catalog,
            ChangeDoors changeDoors,
            Announcement announcement) {
        this.cabinets = cabinets;
        this.mapper = mapper;
        this.catalog = catalog;
        this.changeDoors = changeDoors;
        this.announcement = announcement;
    }

    /**
     * A cabinet's planogram.
     *
     * @param version rises with every change; 0 while there is none
     */
    record Planogram(String sn, long version, List<Slot> slots) {}

    /**
     * Replaces it; the same one again changes nothing.
     *
     * @throws io.kaimen.device.cabinet.UnknownCabinet without the cabinet
     * @throws WrongPlanogram when it does not fit the cabinet's lanes
     * @throws NotInCatalog when it names an unknown product
     * @throws io.kaimen.device.claim.DoorInUse when somebody has one of the doors
     */
    Planogram replace(String sn, List<Slot> wanted, String who) {
        cabinets.get(sn);
        Layout layout = cabinets.layout(sn);
        List<Slot> slots = wanted.stream().sorted(Comparator.comparingInt(Slot::lane)).toList();
        check(slots, layout);
        Planogram before = current(sn);
        if (before.version > 0 && before.slots.equals(slots)) {
            return before;
        }
        return changeDoors.change(
                sn, layout.doorNumbers(), () -> replaceClaimed(sn, slots, layout, who));
    }

    Planogram current(String sn) {
        return new Planogram(sn, cabinets.get(sn).planogramVersion(), mapper.slots(sn));
    }

    private Planogram replaceClaimed(String sn, List<Slot> slots, Layout layout, String who) {
        Cabinet cabinet = cabinets.lock(sn).orElseThrow();
        var before = new Planogram(sn, cabinet.planogramVersion(), mapper.slots(sn));
        var after = new Planogram(sn, before.version + 1, slots);
        mapper.deleteSlots(sn);
        for (Slot slot : slots) {
            mapper.insertSlot(sn, layout.doorOf(slot.lane()), slot);
        }
        cabinets.setPlanogramVersion(sn, after.version);
        announcement.make(cabinet, layout, before, after, who);
        cabinets.onlineIfComplete(sn, "got its planogram");
        return after;
    }

    private void check(List<Slot> slots, Layout layout) {
        Set<Integer> lanes = new HashSet<>();
        for (Slot slot : slots) {
            if (!lanes.add(slot.lane())) {
                throw new WrongPlanogram(
                        "There is more than one slot for lane " + slot.lane() + ".");
            }
            if (!layout.hasLane(slot.lane())) {
                throw new WrongPlanogram("The cabinet has no lane " + slot.lane() + ".");
            }
            if (slot.restockThreshold() >= slot.parLevel()) {
                throw new WrongPlanogram(
                        "The restock threshold of lane "
                                + slot.lane()
                                + " must be below its par level.");
            }
            if (catalog.product(slot.sku()).isEmpty()) {
                throw NotInCatalog.referred("product", slot.sku());
            }
        }
    }

    /** Tells the auditors and the other services. */
    @Component
    static class Announcement {

        private final Catalog catalog;
        private final Outbox outbox;
        private final Audit audit;
        private final Clock clock;

        Announcement(Catalog catalog, Outbox outbox, Audit audit, Clock clock) {
            this.catalog = catalog;
            this.outbox = outbox;
            this.audit = audit;
            this.clock = clock;
        }

        void make(Cabinet cabinet, Layout layout, Planogram before, Planogram after, String who) {
            audit.record(who, "replace-planogram", "cabinet " + cabinet.sn(), before, after);
            List<PlanogramChanged.Slot> slots =
                    after.slots.stream().map(slot -> announced(slot, layout)).toList();
            outbox.publish(
                    Topic.PLANOGRAM_CHANGED,
                    cabinet.sn(),
                    new PlanogramChanged(
                            cabinet.sn(),
                            cabinet.warehouse(),
                            after.version,
                            slots,
                            clock.instant()));
        }

        private PlanogramChanged.Slot announced(Slot slot, Layout layout) {
            return new PlanogramChanged.Slot(
                    slot.lane(),
                    layout.doorOf(slot.lane()),
                    slot.sku(),
                    catalog.product(slot.sku()).map(Product::name).orElse(slot.sku()),
                    slot.parLevel(),
                    slot.restockThreshold());
        }
    }
}
