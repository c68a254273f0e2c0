package io.kaimen.sandbox.wechat.payscore.order;

import org.jspecify.annotations.Nullable;

/**
 * The unmanned device that serves; WeChat's acceptance of a vending service expects it.
 *
 * @param startDeviceId where the service starts
 * @param endDeviceId where it ends
 * @param materielNo material number
 */
public record Device(
        @Nullable String startDeviceId, @Nullable String endDeviceId, @Nullable String materielNo) {

    static @Nullable Device read(Body body) {
        Body device = body.optionalObject("device");
        return device == null
                ? null
                : new Device(
                        device.optionalText("start_device_id", 64),
                        device.optionalText("end_device_id", 64),
                        device.optionalText("materiel_no", 64));
    }
}
