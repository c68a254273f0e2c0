package io.kaimen.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.google.gson.JsonObject;
import com.wechat.pay.java.core.exception.ServiceException;
import java.nio.file.Path;
import java.time.Duration;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;

/** One sandbox, one merchant and one callback address for all tests of a class. */
@TestInstance(Lifecycle.PER_CLASS)
abstract class ProtocolTest {

    protected final Callbacks callbacks = new Callbacks();
    protected RunningSandbox sandbox;
    protected Merchant merchant;
    protected Controls controls;

    @BeforeAll
    void startSandbox(@TempDir Path home) {
        sandbox = RunningSandbox.start(home);
        merchant = new Merchant(sandbox.wechat());
        controls = new Controls(baseUrl());
    }

    @AfterEach
    void clearFaults() {
        controls.clearFaults();
    }

    @AfterAll
    void stopSandbox() {
        sandbox.close();
        callbacks.close();
    }

    String baseUrl() {
        return sandbox.wechat().getProperty("kaimen.wechat.base-url");
    }

    /** Creates an order that its user has confirmed, its notification still under way. */
    String runningOrder() {
        return runningOrder(Merchant.newNumber());
    }

    /** Creates an order of that number that its user has confirmed. */
    String runningOrder(String number) {
        JsonObject created = merchant.create(merchant.creation(number, callbacks.url(number)));
        controls.confirm(text(created, "package"), "oSomebody" + number);
        return number;
    }

    /** Switches a fault on for one order, so that no other test's order meets it. */
    void fault(String kind, String number, String more) {
        controls.fault(
                """
                {"kind":"%s","out_order_no":"%s"%s}
                """
                        .formatted(kind, number, more));
    }

    /** Waits until the platform says that state, or that collection's state. */
    JsonObject awaitState(String number, String state) {
        return Awaitility.await()
                .atMost(Duration.ofSeconds(20))
                .pollInterval(Duration.ofMillis(20))
                .until(() -> merchant.query(number), order -> text(order, "state").equals(state));
    }

    static String text(JsonObject object, String field) {
        return object.get(field).getAsString();
    }

    static void assertRefused(int status, String code, ThrowingCallable call) {
        ServiceException refusal = catchThrowableOfType(ServiceException.class, call);
        assertThat(refusal).as("refused").isNotNull();
        assertThat(refusal.getHttpStatusCode() + " " + refusal.getErrorCode())
                .as(refusal.getErrorMessage())
                .isEqualTo(status + " " + code);
    }
}
