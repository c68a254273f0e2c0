package io.kaimen.device;

import io.kaimen.service.testing.Redelivery;
import io.kaimen.testkit.OnMiddleware;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Import;

/** The whole service on the real middleware, with short timers and its messages recorded. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@SpringBootTest(
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {
            "kaimen.device.doors.open-expiry=1s",
            "kaimen.device.cadence.unlock-window=1s",
            "kaimen.device.doors.queries=300ms,2500ms",
            "kaimen.device.doors.query-expiry=1s",
            "kaimen.device.doors.weights=3s",
            "kaimen.device.doors.weights-look=1s",
            "kaimen.device.doors.settle-lease=1s",
            "kaimen.device.doors.retry=1s",
            "kaimen.device.doors.event-gap=1s",
            "kaimen.device.recovery.watch-every=100ms",
            "kaimen.device.recovery.announcements=1s",
            "logging.level.com.netflix.discovery=warn",
        })
@OnMiddleware(service = "device")
@Import({
    RecordedMessages.class,
    LostReminders.class,
    Redelivery.class,
    TestCabinets.class,
    TestPurchases.class
})
public @interface DeviceTest {}
