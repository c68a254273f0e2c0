package io.kaimen.account;

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

/**
 * Runs a test against the whole service on the real middleware; only channel-service is played, see
 * {@link PlayedPlatform}.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@OnMiddleware(service = "account")
@SpringBootTest(
        webEnvironment = WebEnvironment.RANDOM_PORT,
        properties = {
            "kaimen.account.first-look=1s",
            "kaimen.account.initial-administrator-password=" + OnAccountService.PASSWORD
        })
@Import({PlayedPlatform.class, Redelivery.class, Calls.class, Rows.class})
public @interface OnAccountService {

    /** Of the operator {@code admin}. */
    String PASSWORD = "correct horse battery";
}
