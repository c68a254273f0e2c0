package io.kaimen.simulator.cabinet;

import io.kaimen.simulator.fault.CabinetFault.WrongClock;
import io.kaimen.simulator.fault.Faults;
import java.time.Clock;
import java.util.Optional;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/** A cabinet's calendar, which nobody should trust and only a faulty cabinet uses. */
final class CalendarClock {

    private final Clock clock;
    private final Faults faults;

    CalendarClock(Clock clock, Faults faults) {
        this.clock = clock;
        this.faults = faults;
    }

    /** What a wrong one shows, in ms since 1970; null when it is right. */
    @Nullable Long shown() {
        Optional<WrongClock> wrong = faults.find(WrongClock.class, it -> true);
        return wrong.isPresent() ? wrong.get().shown(clock.millis()) : null;
    }

    /** What a cabinet takes for the server's time that judges by a wrong one. */
    OptionalLong judging() {
        Optional<WrongClock> wrong = faults.find(WrongClock.class, WrongClock::misjudges);
        return wrong.isPresent()
                ? OptionalLong.of(wrong.get().shown(clock.millis()))
                : OptionalLong.empty();
    }
}
