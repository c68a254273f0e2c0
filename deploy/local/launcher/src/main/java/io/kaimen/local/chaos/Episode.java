package io.kaimen.local.chaos;

import java.time.Instant;

/**
 * One fault and what came of it.
 *
 * @param number from 1
 * @param fault what struck
 * @param ambushed whether a purchase stood at that stage when it struck
 * @param struckAt when
 * @param backAt when the component was healthy again, or the fault over
 * @param verdict of a check a few seconds later, while others buy
 */
record Episode(
        int number,
        Schedule.Fault fault,
        boolean ambushed,
        Instant struckAt,
        Instant backAt,
        String verdict) {

    /** Whether something that went on from one time to the other saw it. */
    boolean touches(Instant from, Instant to) {
        return from.isBefore(backAt) && to.isAfter(struckAt);
    }

    String stage() {
        return ambushed ? fault.stage().label() : "any";
    }
}
