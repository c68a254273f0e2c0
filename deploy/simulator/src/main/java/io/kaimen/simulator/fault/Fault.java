package io.kaimen.simulator.fault;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonSubTypes.Type;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import org.jspecify.annotations.Nullable;

/** Something that is wrong with a cabinet; {@code fault} is its name in JSON. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "fault")
@JsonSubTypes({
    @Type(value = LineFault.Silent.class, name = "silent"),
    @Type(value = LineFault.Gone.class, name = "gone"),
    @Type(value = LineFault.Disconnects.class, name = "disconnects"),
    @Type(value = LineFault.Late.class, name = "late"),
    @Type(value = LineFault.Doubled.class, name = "doubled"),
    @Type(value = LineFault.Reordered.class, name = "reordered"),
    @Type(value = LineFault.Lost.class, name = "lost"),
    @Type(value = LineFault.Deaf.class, name = "deaf"),
    @Type(value = CabinetFault.WrongClock.class, name = "wrong-clock"),
    @Type(value = CabinetFault.Reboots.class, name = "reboots"),
    @Type(value = DoorFault.IdleLock.class, name = "idle-lock"),
    @Type(value = DoorFault.OpensUnasked.class, name = "opens-unasked"),
    @Type(value = DoorFault.LeftOpen.class, name = "left-open"),
    @Type(value = DoorFault.Unseen.class, name = "unseen"),
    @Type(value = DoorFault.NeverLatches.class, name = "never-latches"),
    @Type(value = DoorFault.Bounces.class, name = "bounces"),
    @Type(value = ScaleFault.Restless.class, name = "restless"),
    @Type(value = ScaleFault.DeadScale.class, name = "dead-scale"),
    @Type(value = ScaleFault.StuckScale.class, name = "stuck-scale")
})
public sealed interface Fault permits LineFault, CabinetFault, DoorFault, ScaleFault {

    /** How often it happens when nothing is said; null: without end. */
    default @Nullable Integer usualTimes() {
        return null;
    }

    /** Whether it happens a number of times; if not, it lasts for a time. */
    default boolean countable() {
        return true;
    }
}
