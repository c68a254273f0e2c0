package io.kaimen.sandbox.wechat.payscore.order;

import org.jspecify.annotations.Nullable;

/**
 * Where the service starts and ends.
 *
 * @param startLocation where it starts
 * @param endLocation where it ends
 */
public record Location(@Nullable String startLocation, @Nullable String endLocation) {

    static @Nullable Location read(Body body) {
        Body location = body.optionalObject("location");
        return location == null
                ? null
                : new Location(
                        location.optionalText("start_location", 50),
                        location.optionalText("end_location", 50));
    }
}
