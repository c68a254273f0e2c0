package io.kaimen.order.played;

import io.kaimen.service.testing.Redelivery;
import io.kaimen.testkit.OnMiddleware;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.context.annotation.Import;

/** Runs a test against the whole service on the real middleware, with short timers. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@SpringBootTest(
        webEnvironment = WebEnvironment.RANDOM_PORT,
        properties = {
            "eureka.client.enabled=false",
            "spring.cloud.openfeign.client.config.default.read-timeout=2000",
            "kaimen.order.authorise=4s",
            "kaimen.order.look-again=1s",
            "kaimen.order.ending-wait=1500ms",
            "kaimen.order.intent-age=1s",
            "kaimen.order.live.heartbeat=1s",
            "kaimen.order.contests.photos=target/photos"
        })
@OnMiddleware(service = "order")
@Import(Redelivery.class)
public @interface OnOrderService {}
