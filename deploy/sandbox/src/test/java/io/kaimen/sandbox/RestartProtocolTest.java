package io.kaimen.sandbox;

import static io.kaimen.sandbox.ProtocolTest.text;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.ConcurrentHashMap;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RestartProtocolTest {

    @TempDir Path home;

    private final Callbacks callbacks = new Callbacks();

    @AfterEach
    void closeCallbacks() {
        callbacks.close();
    }

    @Test
    void remembersOrdersCallsAndCodesAndKeepsTheMerchant() {
        String number = Merchant.newNumber();
        Properties before;
        JsonObject order;
        JsonObject creation;
        String code;
        try (RunningSandbox sandbox = RunningSandbox.start(home)) {
            before = sandbox.wechat();
            Merchant merchant = new Merchant(before);
            creation = merchant.creation(number, callbacks.url(number));
            String token = text(merchant.create(creation), "package");
            Controls controls = controls(before);
            controls.confirm(token, "oPerson");
            code = text(controls.post("/sandbox/codes", "{\"openid\":\"oPerson\"}"), "code");
            callbacks.await(number, 1);
            order = merchant.query(number);
        }

        try (RunningSandbox sandbox = RunningSandbox.start(home)) {
            Properties after = sandbox.wechat();
            Merchant merchant = new Merchant(after);
            Controls controls = controls(after);
            assertThat(merchant.query(number)).isEqualTo(order);
            assertThat(text(merchant.create(creation), "order_id"))
                    .isEqualTo(text(order, "order_id"));
            assertThat(controls.order(number).getAsJsonArray("calls")).hasSize(4);
            assertThat(controls.send("GET", loginPath(after, code), "*/*", "").body())
                    .contains("oPerson");
            assertThat(after.getProperty("kaimen.wechat.mch-id"))
                    .isEqualTo(before.getProperty("kaimen.wechat.mch-id"));
        }
    }

    @Test
    void goesOnTellingAndDeductingWhereItStopped() {
        String number = Merchant.newNumber();
        callbacks.answerNext(number, 500);
        String slowly = "--kaimen.sandbox.notification.time-scale=0.4";
        try (RunningSandbox sandbox =
                RunningSandbox.start(
                        home, slowly, "--kaimen.sandbox.payscore.deduction-delay=6s")) {
            Merchant merchant = new Merchant(sandbox.wechat());
            JsonObject created = merchant.create(merchant.creation(number, callbacks.url(number)));
            controls(sandbox.wechat()).confirm(text(created, "package"), "oPerson");
            callbacks.await(number, 1);
            merchant.complete(number, merchant.completion(700));
        }
        assertThat(callbacks.at(number)).hasSize(1);

        try (RunningSandbox sandbox = RunningSandbox.start(home)) {
            Merchant merchant = new Merchant(sandbox.wechat());
            assertThat(callbacks.await(number, 3))
                    .extracting(callback -> text(callback.parsedBy(merchant.parser()), "state"))
                    .containsExactlyInAnyOrder("DOING", "DOING", "DONE");
            assertThat(text(merchant.query(number), "state")).isEqualTo("DONE");
        }
    }

    @Test
    void hasEverythingItAnsweredWhenItIsKilled() throws Exception {
        Map<String, String> answered = new ConcurrentHashMap<>();
        Process process = startProcess();
        try {
            Properties wechat = RunningSandbox.wechat(home);
            List<Thread> merchants = new ArrayList<>();
            for (int i = 0; i < 4; i++) {
                merchants.add(Thread.startVirtualThread(() -> createUntilKilled(wechat, answered)));
            }
            Awaitility.await().atMost(Duration.ofSeconds(30)).until(() -> answered.size() >= 100);
            process.destroyForcibly().waitFor();
            for (Thread merchant : merchants) {
                merchant.join();
            }
        } finally {
            process.destroyForcibly();
        }

        try (RunningSandbox sandbox = RunningSandbox.start(home)) {
            Merchant merchant = new Merchant(sandbox.wechat());
            assertThat(answered)
                    .allSatisfy((number, orderId) ->
                            assertThat(text(merchant.query(number), "order_id"))
                                    .isEqualTo(orderId));
        }
    }

    private void createUntilKilled(Properties wechat, Map<String, String> answered) {
        Merchant merchant = new Merchant(wechat);
        try {
            while (true) {
                String number = Merchant.newNumber();
                JsonObject created =
                        merchant.create(merchant.creation(number, callbacks.url(number)));
                answered.put(number, text(created, "order_id"));
            }
        } catch (RuntimeException e) {
            // Killed: this order may exist or not, it was not answered.
        }
    }

    private Process startProcess() throws IOException {
        Path log = home.resolve("sandbox.log");
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.add("-XX:TieredStopAtLevel=1");
        command.addAll(List.of("-cp", System.getProperty("java.class.path")));
        command.add(SandboxApplication.class.getName());
        command.addAll(RunningSandbox.settings(home));
        Process process =
                new ProcessBuilder(command)
                        .redirectErrorStream(true)
                        .redirectOutput(log.toFile())
                        .start();
        Awaitility.await()
                .atMost(Duration.ofSeconds(60))
                .failFast(() -> !process.isAlive())
                .until(() -> Files.readString(log).contains("Started SandboxApplication"));
        return process;
    }

    private static Controls controls(Properties wechat) {
        return new Controls(wechat.getProperty("kaimen.wechat.base-url"));
    }

    private static String loginPath(Properties wechat, String code) {
        return "/sns/jscode2session?grant_type=authorization_code&appid=%s&secret=%s&js_code=%s"
                .formatted(
                        wechat.getProperty("kaimen.wechat.app-id"),
                        wechat.getProperty("kaimen.wechat.app-secret"),
                        code);
    }
}
