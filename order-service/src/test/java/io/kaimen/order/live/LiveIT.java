package io.kaimen.order.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.kaimen.contracts.Money;
import io.kaimen.contracts.Topic;
import io.kaimen.contracts.account.OrderCharged;
import io.kaimen.contracts.device.DoorSessionMoved;
import io.kaimen.contracts.device.LiveDoorsApi.LiveDoor;
import io.kaimen.contracts.device.LiveDoorsApi.LiveLane;
import io.kaimen.order.played.Caller;
import io.kaimen.order.played.OnOrderService;
import io.kaimen.order.played.PlayedDevice;
import io.kaimen.order.played.Purchase;
import io.kaimen.order.played.Purchases;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.env.Environment;
import org.springframework.http.HttpMethod;

@OnOrderService
class LiveIT {

    private static final Duration LONG = Duration.ofSeconds(20);

    private final HttpClient http = HttpClient.newHttpClient();
    @Autowired private Purchases purchases;
    @Autowired private PlayedDevice device;
    @Autowired private Caller caller;
    @Autowired private Environment environment;

    @Test
    void tellsAnOrderFromOpeningToPaymentAndThenEnds() throws Exception {
        Purchase purchase = purchases.start();
        device.weighs(purchase.orderNo(), live(5000, 0));
        Watched watched = watch(purchase, purchase.phone().token());
        watched.await("order", "\"status\":\"AUTHORISING\"");

        purchase.authorise();
        purchase.door(DoorSessionMoved.State.OPENING, 3);
        purchase.door(DoorSessionMoved.State.OPENED, 4);
        watched.await("order", "\"status\":\"OPENED\"");
        watched.await("scales", "\"grams\":5000.0");
        device.weighs(purchase.orderNo(), live(4340, 2));
        watched.await("scales", "\"totalFen\":700");

        purchase.door(DoorSessionMoved.State.CLOSED, 9);
        purchase.send(Topic.BASKET_SETTLED, purchase.basket());
        watched.await("order", "\"status\":\"SETTLED\"");
        purchase.send(Topic.ORDER_CHARGED, purchase.charged(OrderCharged.Result.PAID));
        watched.await("order", "\"paymentStatus\":\"PAID\"");
        await().atMost(LONG).until(() -> watched.ended);
    }

    @Test
    void goesOnWhenTheWeightsCannotBeHad() throws Exception {
        Purchase purchase = purchases.start();
        Watched watched = watch(purchase, purchase.phone().token());
        purchase.authorise();
        purchase.door(DoorSessionMoved.State.OPENING, 3);
        purchase.door(DoorSessionMoved.State.OPENED, 4);
        watched.await("scales", "\"available\":false");

        device.weighs(purchase.orderNo(), live(4670, 1));
        watched.await("scales", "\"quantity\":1");
        purchase.door(DoorSessionMoved.State.CLOSED, 9);
        watched.await("order", "\"status\":\"CLOSED\"");
    }

    @Test
    void isForTheOrdersOwnShopperOnly() throws Exception {
        Purchase purchase = purchases.start();

        assertThat(open(purchase, caller.newShopper().token()).statusCode()).isEqualTo(404);
        assertThat(
                        caller.call(
                                        HttpMethod.GET,
                                        "/shopper/orders/" + purchase.orderNo() + "/live",
                                        null,
                                        null)
                                .status())
                .isEqualTo(401);
    }

    @Test
    void aShopperHasOnlySoManyStreamsAndGetsThePlaceOfAClosedOne() throws Exception {
        Purchase purchase = purchases.start();
        String token = purchase.phone().token();
        List<HttpResponse<InputStream>> streams = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            streams.add(open(purchase, token));
        }
        assertThat(streams).allMatch(stream -> stream.statusCode() == 200);
        assertThat(open(purchase, token).statusCode()).isEqualTo(429);

        for (HttpResponse<InputStream> stream : streams) {
            stream.body().close();
        }
        // Whoever is gone is noticed at the next word to them.
        await().atMost(LONG).until(() -> open(purchase, token).statusCode() == 200);
    }

    private static LiveDoor live(double grams, int quantity) {
        return new LiveDoor(
                Instant.parse("2026-11-20T02:15:05Z"),
                List.of(
                        new LiveLane(
                                1,
                                "COLA-330",
                                "可乐 330ml",
                                null,
                                Money.ofFen(350),
                                5000,
                                grams,
                                true,
                                quantity,
                                0.99)));
    }

    /** What came, as {@code event data}. */
    private static final class Watched {

        private final List<String> events = new CopyOnWriteArrayList<>();
        private volatile boolean ended;

        private void read(InputStream stream) {
            try (var lines =
                    new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8))) {
                String event = "";
                for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                    if (line.startsWith("event:")) {
                        event = line.substring("event:".length());
                    } else if (line.startsWith("data:")) {
                        events.add(event + " " + line);
                    }
                }
                ended = true;
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        private void await(String event, String part) {
            Awaitility.await()
                    .atMost(LONG)
                    .until(() ->
                            events.stream()
                                    .anyMatch(e -> e.startsWith(event + " ") && e.contains(part)));
        }
    }

    private Watched watch(Purchase purchase, String token) throws Exception {
        HttpResponse<InputStream> answer = open(purchase, token);
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("X-Accel-Buffering")).contains("no");
        var watched = new Watched();
        Thread.ofVirtual().start(() -> watched.read(answer.body()));
        return watched;
    }

    private HttpResponse<InputStream> open(Purchase purchase, String token)
            throws IOException, InterruptedException {
        var request =
                HttpRequest.newBuilder(
                                URI.create(
                                        "http://127.0.0.1:%s/shopper/orders/%s/live"
                                                .formatted(
                                                        environment.getRequiredProperty(
                                                                "local.server.port"),
                                                        purchase.orderNo())))
                        .header("Authorization", "Bearer " + token)
                        .header("Accept", "text/event-stream, application/problem+json")
                        .build();
        return http.send(request, HttpResponse.BodyHandlers.ofInputStream());
    }
}
