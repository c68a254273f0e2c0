package io.kaimen.order.contest;

import static org.assertj.core.api.Assertions.assertThat;

import io.kaimen.order.played.AtOnce;
import io.kaimen.order.played.Caller;
import io.kaimen.order.played.Caller.Answer;
import io.kaimen.order.played.Caller.Phone;
import io.kaimen.order.played.OnOrderService;
import io.kaimen.order.played.Purchase;
import io.kaimen.order.played.Purchases;
import io.kaimen.service.security.Role;
import io.kaimen.service.security.Tokens;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import javax.imageio.ImageIO;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.env.Environment;
import org.springframework.http.HttpMethod;
import org.springframework.jdbc.core.JdbcTemplate;
import tools.jackson.databind.JsonNode;

@OnOrderService
class ContestIT {

    private final HttpClient http = HttpClient.newHttpClient();
    @Autowired private Purchases purchases;
    @Autowired private Caller caller;
    @Autowired private Tokens tokens;
    @Autowired private Environment environment;
    @Autowired private JdbcTemplate jdbc;

    @Test
    void aLineIsContestedWithAPhotoAndDecidedWithItsProgressVisible() throws Exception {
        Purchase purchase = finished();
        Answer submitted = contest(purchase, "I put one back");
        assertThat(submitted.status()).isEqualTo(201);
        assertThat(submitted.text("status")).isEqualTo("SUBMITTED");
        String id = submitted.text("id");
        assertThat(putPhoto(id, 1, purchase.phone(), picture()).statusCode()).isEqualTo(200);

        admin("/admin/orders/contests/" + id + "/review", Map.of());
        assertThat(mine(purchase, id).text("status")).isEqualTo("IN_REVIEW");
        Answer accepted =
                admin(
                        "/admin/orders/contests/" + id + "/accept",
                        Map.of("refundFen", 350, "reason", "one can was back in its lane"));
        assertThat(accepted.status()).isEqualTo(200);

        Answer seen = mine(purchase, id);
        assertThat(seen.text("status")).isEqualTo("ACCEPTED");
        assertThat(seen.body().path("refundFen").asLong()).isEqualTo(350);
        assertThat(seen.text("message")).contains("3.50").contains("人工");
        assertThat(seen.body().path("photos").toString()).isEqualTo("[1]");
        assertThat(seen.body().path("steps").valueStream().map(s -> s.path("to").asString()))
                .containsExactly("SUBMITTED", "IN_REVIEW", "ACCEPTED");
        assertThat(seen.body().path("steps").path(2).path("reason").asString())
                .isEqualTo("one can was back in its lane");
        assertThat(seen.body().toString()).as("who decided is not shown").doesNotContain("admin");
        assertThat(actors(id)).containsExactly("shopper", "admin", "admin");
        assertThat(purchase.state("paymentStatus")).as("no money moves").isEqualTo("PAID");
    }

    @Test
    void aLineHasOneOpenContest() {
        Purchase purchase = finished();
        List<Answer> answers = AtOnce.times(3, () -> contest(purchase, "never took it"));
        assertThat(answers.stream().map(Answer::status)).containsExactlyInAnyOrder(201, 200, 200);
        Answer other = contest(purchase, "something else");
        assertThat(other.status()).isEqualTo(409);
        assertThat(other.text("code")).isEqualTo("contest-open");

        String id = answers.getFirst().text("id");
        admin("/admin/orders/contests/" + id + "/reject", Map.of("reason", "the curve shows it"));
        assertThat(contest(purchase, "something else").status()).isEqualTo(201);
        Answer again = admin("/admin/orders/contests/" + id + "/accept", decision(100));
        assertThat(again.status()).isEqualTo(409);
        assertThat(again.text("code")).isEqualTo("illegal-move");
    }

    @Test
    void onlyLinesOfAnOwnEndedRecentOrderCanBeContested() {
        Purchase running = purchases.start();
        assertThat(contest(running, "x").text("code")).isEqualTo("order-not-ended");
        Purchase purchase = finished();
        assertThat(post(purchase, purchase.phone(), 9, "NO-SUCH", "x").text("code"))
                .isEqualTo("no-such-line");
        assertThat(post(purchase, caller.newShopper(), 1, "COLA-330", "x").text("code"))
                .isEqualTo("order-not-found");
        assertThat(contest(purchase, " ").status()).isEqualTo(400);

        jdbc.update(
                "update orders set basket_at = now() - interval 8 day where order_no = ?",
                purchase.orderNo());
        Answer late = contest(purchase, "x");
        assertThat(late.status()).isEqualTo(409);
        assertThat(late.text("code")).isEqualTo("contest-too-late");
    }

    @Test
    void noMoreThanTheLineCostCanBeReturned() {
        Purchase purchase = finished();
        String id = contest(purchase, "too much").text("id");

        Answer refused = admin("/admin/orders/contests/" + id + "/accept", decision(701));

        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.text("code")).isEqualTo("refund-too-high");
        assertThat(mine(purchase, id).text("status")).isEqualTo("SUBMITTED");

        assertThat(admin("/admin/orders/contests/" + id + "/accept", decision(500)).status())
                .isEqualTo(200);
        String second = contest(purchase, "and once more").text("id");
        assertThat(
                        admin("/admin/orders/contests/" + second + "/accept", decision(201))
                                .text("code"))
                .as("700 in all")
                .isEqualTo("refund-too-high");
        assertThat(admin("/admin/orders/contests/" + second + "/accept", decision(200)).status())
                .isEqualTo(200);
    }

    @Test
    void photosAreForTheirShopperAndOperatorsOnly() throws Exception {
        Purchase purchase = finished();
        String id = contest(purchase, "look").text("id");
        putPhoto(id, 1, purchase.phone(), picture());
        String path = "/shopper/contests/" + id + "/photos/1";

        HttpResponse<byte[]> own = get(path, purchase.phone().token());
        assertThat(own.statusCode()).isEqualTo(200);
        assertThat(own.headers().firstValue("Content-Type")).contains("image/jpeg");
        assertThat(own.headers().firstValue("Cache-Control")).contains("no-store");
        assertThat(get(path, caller.newShopper().token()).statusCode()).isEqualTo(404);
        String admin = "/admin/orders/contests/" + id + "/photos/1";
        assertThat(get(admin, operator(Role.OPERATIONS)).statusCode()).isEqualTo(200);
        assertThat(get(admin, operator(Role.PARTNER)).statusCode()).isEqualTo(403);
        assertThat(get(admin, purchase.phone().token()).statusCode()).isEqualTo(403);
    }

    @Test
    void refusesWhatIsNoPhotoTooManyAndTooLarge() throws Exception {
        Purchase purchase = finished();
        String id = contest(purchase, "look").text("id");
        Phone phone = purchase.phone();

        assertThat(putPhoto(id, 1, phone, "no picture".getBytes()).statusCode()).isEqualTo(415);
        assertThat(putPhoto(id, 4, phone, picture()).statusCode()).isEqualTo(400);
        assertThat(putPhoto(id, 1, phone, new byte[5 * 1024 * 1024 + 1]).statusCode())
                .isEqualTo(413);
        assertThat(mine(purchase, id).body().path("photos").isEmpty()).isTrue();

        admin("/admin/orders/contests/" + id + "/reject", Map.of("reason", "no"));
        assertThat(putPhoto(id, 1, phone, picture()).statusCode()).isEqualTo(409);
    }

    @Test
    void operatorsFindContestsByTheirState() {
        Purchase purchase = finished();
        String id = contest(purchase, "find me").text("id");

        JsonNode open =
                caller.asAdministrator(
                                HttpMethod.GET,
                                "/admin/orders/contests?status=SUBMITTED&size=100",
                                null)
                        .body();

        assertThat(open.path("items").valueStream().map(c -> c.path("id").asString())).contains(id);
        String partner = operator(Role.PARTNER);
        assertThat(caller.call(HttpMethod.GET, "/admin/orders/contests", partner, null).status())
                .isEqualTo(403);
    }

    private Purchase finished() {
        Purchase purchase = purchases.start();
        purchase.finish();
        // The played basket is of a fixed day.
        jdbc.update(
                "update orders set basket_at = now() - interval 1 hour where order_no = ?",
                purchase.orderNo());
        return purchase;
    }

    private Answer contest(Purchase purchase, String text) {
        return post(purchase, purchase.phone(), 1, "COLA-330", text);
    }

    private Answer post(Purchase purchase, Phone as, int lane, String sku, String text) {
        return caller.call(
                HttpMethod.POST,
                "/shopper/orders/" + purchase.orderNo() + "/contests",
                as.token(),
                Map.of("lane", lane, "sku", sku, "text", text));
    }

    private Answer mine(Purchase purchase, String id) {
        return caller.call(
                HttpMethod.GET, "/shopper/contests/" + id, purchase.phone().token(), null);
    }

    private Answer admin(String path, Object body) {
        return caller.asAdministrator(HttpMethod.POST, path, body);
    }

    private static Map<String, Object> decision(long fen) {
        return Map.of("refundFen", fen, "reason", "because");
    }

    private List<@Nullable String> actors(String id) {
        return jdbc.queryForList(
                "select actor from contest_move where contest_id = ? order by id",
                String.class,
                id);
    }

    private String operator(Role role) {
        return tokens.issue("somebody", role, Duration.ofMinutes(1));
    }

    private static byte[] picture() throws IOException {
        var out = new ByteArrayOutputStream();
        ImageIO.write(new BufferedImage(60, 40, BufferedImage.TYPE_INT_RGB), "jpg", out);
        return out.toByteArray();
    }

    private HttpResponse<byte[]> putPhoto(String id, int number, Phone phone, byte[] photo)
            throws Exception {
        return send(
                request("/shopper/contests/" + id + "/photos/" + number, phone.token())
                        .header("Content-Type", "image/jpeg")
                        .PUT(HttpRequest.BodyPublishers.ofByteArray(photo)));
    }

    private HttpResponse<byte[]> get(String path, String token) throws Exception {
        return send(request(path, token).GET());
    }

    private HttpResponse<byte[]> send(HttpRequest.Builder request) throws Exception {
        return http.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
    }

    private HttpRequest.Builder request(String path, String token) {
        String port = environment.getRequiredProperty("local.server.port");
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                .header("Authorization", "Bearer " + token);
    }
}
