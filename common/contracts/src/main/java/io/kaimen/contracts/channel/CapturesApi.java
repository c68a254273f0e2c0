package io.kaimen.contracts.channel;

import io.kaimen.contracts.Money;
import io.kaimen.contracts.Platform;
import java.time.Instant;
import java.util.List;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;

/** Captures at the platforms. */
public interface CapturesApi {

    /**
     * Asks the platform to collect. Asks how the order stands there first, so that repeating it
     * after a lost answer never collects twice.
     */
    @PostMapping("/internal/captures")
    AuthorisationsApi.PlatformOrder capture(@RequestBody Capture request);

    /**
     * What to collect.
     *
     * @param total sum of the items; above zero
     */
    record Capture(
            String orderNo,
            Platform platform,
            List<Item> items,
            Money total,
            Instant startedAt,
            Instant endedAt) {}

    /** One product of the receipt on the platform's page. */
    record Item(String name, int quantity, Money amount) {}
}
