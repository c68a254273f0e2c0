package io.kaimen.channel.platform;

import io.kaimen.service.problem.Problem;
import org.springframework.http.HttpStatus;

/**
 * The platform's answer was lost or cannot be trusted: the request may or may not have happened.
 */
public class PlatformUnclear extends Problem {

    public PlatformUnclear(String orderNo, String why) {
        super(
                HttpStatus.SERVICE_UNAVAILABLE,
                "platform-unclear",
                "The payment platform did not answer clearly for order %s (%s). Ask again."
                        .formatted(orderNo, why));
    }
}
