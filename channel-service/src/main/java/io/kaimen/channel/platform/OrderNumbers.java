package io.kaimen.channel.platform;

import io.kaimen.service.problem.Problem;
import java.util.regex.Pattern;
import org.springframework.http.HttpStatus;

/** Which order numbers every platform takes: 1 to 32 of letters, digits, hyphen, underscore. */
public final class OrderNumbers {

    private static final Pattern ACCEPTED = Pattern.compile("[0-9A-Za-z_-]{1,32}");

    private OrderNumbers() {}

    /**
     * @throws Problem 400 {@code invalid-request} when a platform would choke on it
     */
    public static void check(String orderNo) {
        if (!ACCEPTED.matcher(orderNo).matches()) {
            throw new Problem(
                    HttpStatus.BAD_REQUEST,
                    "invalid-request",
                    "An order number is 1 to 32 letters, digits, hyphens and underscores.");
        }
    }
}
