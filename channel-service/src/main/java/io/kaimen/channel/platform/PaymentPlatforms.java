package io.kaimen.channel.platform;

import io.kaimen.contracts.Platform;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Finds the payment platform an order belongs to. */
@Component
public class PaymentPlatforms {

    private final Map<Platform, PaymentPlatform> platforms = new EnumMap<>(Platform.class);

    PaymentPlatforms(List<PaymentPlatform> platforms) {
        platforms.forEach(platform -> this.platforms.put(platform.platform(), platform));
    }

    /**
     * @throws PlatformNotAvailable when we do not speak to it
     */
    public PaymentPlatform of(Platform platform) {
        var found = platforms.get(platform);
        if (found == null) {
            throw new PlatformNotAvailable(platform);
        }
        return found;
    }
}
