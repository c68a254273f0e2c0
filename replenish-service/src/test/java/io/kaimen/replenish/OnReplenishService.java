package io.kaimen.replenish;

import io.kaimen.service.testing.Calls;
import io.kaimen.service.testing.Redelivery;
import io.kaimen.testkit.OnMiddleware;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.context.annotation.Import;

/** Runs a test against the whole service on the real middleware. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@OnMiddleware(service = "replenish")
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT)
@Import({Redelivery.class, Calls.class})
public @interface OnReplenishService {}
