package io.kaimen.sandbox;

import static io.kaimen.sandbox.ProtocolTest.text;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import java.nio.file.Path;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SlowMerchantProtocolTest {

    @TempDir Path home;

    @Test
    void isToldAgainWhenItDoesNotAnswerInTime() {
        try (Callbacks callbacks = new Callbacks();
                RunningSandbox sandbox =
                        RunningSandbox.start(
                                home, "--kaimen.sandbox.notification.deadline=500ms")) {
            Merchant merchant = new Merchant(sandbox.wechat());
            Controls controls =
                    new Controls(sandbox.wechat().getProperty("kaimen.wechat.base-url"));
            String number = Merchant.newNumber();
            callbacks.answerNext(number, Callbacks.NEVER);
            JsonObject created = merchant.create(merchant.creation(number, callbacks.url(number)));
            controls.confirm(text(created, "package"), "oPerson");

            callbacks.await(number, 2);
            Awaitility.await()
                    .untilAsserted(() ->
                            assertThat(controls.order(number).toString())
                                    .contains("no answer within PT0.5S", "DELIVERED"));
        }
    }
}
