package io.kaimen.channel.platform;

import io.kaimen.service.problem.Problem;
import org.springframework.http.HttpStatus;

/** The platform took offence at our request: repeating it changes nothing, somebody has to look. */
public class PlatformRejected extends Problem {

    public PlatformRejected(String orderNo, String why) {
        super(
                HttpStatus.BAD_GATEWAY,
                "platform-rejected",
                "The payment platform rejected the request for order %s (%s)."
                        .formatted(orderNo, why));
    }
}
