package io.kaimen.channel.platform;

import io.kaimen.contracts.Platform;
import io.kaimen.service.problem.Problem;
import org.springframework.http.HttpStatus;

/** A platform we do not speak to. */
public class PlatformNotAvailable extends Problem {

    public PlatformNotAvailable(Platform platform) {
        super(
                HttpStatus.NOT_IMPLEMENTED,
                "platform-not-available",
                "%s cannot be used here yet.".formatted(platform));
    }
}
