package io.kaimen.sandbox.time;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import org.springframework.stereotype.Component;

/** The platform's own clock, which a fault can set ahead of or behind everybody else's. */
@Component
public final class PlatformClock extends Clock {

    private final Clock source;
    private volatile Duration offset = Duration.ZERO;

    /** A clock that agrees with the machine's. */
    public PlatformClock() {
        this(Clock.systemUTC());
    }

    private PlatformClock(Clock source) {
        this.source = source;
    }

    /** Sets how far this clock is ahead; negative for behind. */
    public void setOffset(Duration offset) {
        this.offset = offset;
    }

    @Override
    public Instant instant() {
        return source.instant().plus(offset);
    }

    @Override
    public ZoneId getZone() {
        return source.getZone();
    }

    @Override
    public Clock withZone(ZoneId zone) {
        PlatformClock other = new PlatformClock(source.withZone(zone));
        other.setOffset(offset);
        return other;
    }
}
