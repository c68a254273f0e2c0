package io.kaimen.channel.capture;

import java.util.Set;

/** How far a capture is, as far as we were told. */
public enum CaptureStatus {
    /** Asked; the platform's answer is not known. */
    REQUESTED,
    /** The platform took it and is collecting. */
    CAPTURING,
    PAID,
    /** The platform will not collect as things stand; asking again may change that. */
    REFUSED;

    /** Where it may go from here. */
    public Set<CaptureStatus> next() {
        return switch (this) {
            case REQUESTED -> Set.of(CAPTURING, PAID, REFUSED);
            case REFUSED -> Set.of(CAPTURING, PAID);
            case CAPTURING -> Set.of(PAID);
            case PAID -> Set.of();
        };
    }
}
