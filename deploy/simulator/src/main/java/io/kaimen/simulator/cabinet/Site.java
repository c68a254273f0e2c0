package io.kaimen.simulator.cabinet;

import io.kaimen.simulator.fault.CabinetFault.Reboots;
import io.kaimen.simulator.fault.Faults;
import io.kaimen.simulator.line.Traffic;
import java.time.Clock;
import java.util.function.Consumer;

/**
 * What surrounds a cabinet and outlives its boots.
 *
 * @param clock of the people who watch
 * @param faults what is wrong with the cabinet
 * @param unlocks remembers what released the locks
 * @param traffic remembers what went over its line
 * @param powerCut cuts its power, and gives it back after a while
 */
record Site(
        Clock clock, Faults faults, Unlocks unlocks, Traffic traffic, Consumer<Reboots> powerCut) {}
