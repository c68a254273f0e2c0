package io.kaimen.service.security;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.jwk.source.ImmutableSecret;
import io.kaimen.service.problem.Problem;
import io.kaimen.smallest.SmallestService;
import io.kaimen.testkit.OnMiddleware;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Clock;
import java.time.Duration;
import java.util.Base64;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.springframework.http.HttpStatus;
import org.springframework.security.oauth2.jwt.NimbusJwtEncoder;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

@SpringBootTest(
        classes = {SmallestService.class, CallersIT.Endpoints.class},
        webEnvironment = WebEnvironment.RANDOM_PORT,
        properties = {
            "spring.application.name=replenish-service",
            "eureka.client.enabled=false",
            "seata.enabled=false"
        })
@OnMiddleware(service = "replenish")
class CallersIT {

    @Autowired Tokens tokens;
    @Autowired SecurityProperties properties;
    @LocalServerPort int port;

    private final HttpClient client = HttpClient.newHttpClient();

    @ParameterizedTest
    @CsvSource({
        "/internal/x, SERVICE, 200",
        "/internal/x, SHOPPER, 403",
        "/internal/x, ADMINISTRATOR, 403",
        "/internal/x, , 401",
        "/shopper/x, SHOPPER, 200",
        "/shopper/x, SERVICE, 403",
        "/shopper/x, , 401",
        "/admin/x, ADMINISTRATOR, 200",
        "/admin/x, OPERATIONS, 200",
        "/admin/x, SHOPPER, 403",
        "/admin/x, PARTNER, 403",
        "/callback/x, , 200",
        "/shopper/doors/x, , 200",
        "/elsewhere, ADMINISTRATOR, 403",
        "/actuator/env, ADMINISTRATOR, 403",
        "/actuator/health, , 200"
    })
    void pathsSayWhoMayCall(String path, Role role, int status) throws Exception {
        assertThat(get(path, role == null ? "" : token(role)).statusCode()).isEqualTo(status);
    }

    @Test
    void aForgedTokenIsNoToken() throws Exception {
        String token = token(Role.ADMINISTRATOR);
        String forged = token.substring(0, token.length() - 8) + "AAAAAAAA";
        HttpResponse<String> refused = get("/admin/x", forged);
        assertThat(refused.statusCode()).isEqualTo(401);
        assertThat(refused.body()).contains("\"code\":\"unauthorised\"");
    }

    @Test
    void anExpiredTokenIsNoToken() throws Exception {
        var key =
                new SecretKeySpec(
                        Base64.getDecoder().decode(properties.tokenSecret()), "HmacSHA256");
        var yesterday = Clock.offset(Clock.systemUTC(), Duration.ofDays(-1));
        String expired =
                new Tokens(new NimbusJwtEncoder(new ImmutableSecret<>(key)), yesterday)
                        .issue("someone", Role.ADMINISTRATOR, Duration.ofHours(8));
        assertThat(get("/admin/x", expired).statusCode()).isEqualTo(401);
    }

    @Test
    void aProblemSaysItsCodeAndMessage() throws Exception {
        HttpResponse<String> answer = get("/admin/problem", token(Role.ADMINISTRATOR));
        assertThat(answer.statusCode()).isEqualTo(409);
        assertThat(answer.headers().firstValue("content-type"))
                .hasValue("application/problem+json");
        assertThat(answer.body())
                .contains("\"code\":\"door-in-use\"")
                .contains("Somebody is shopping");
    }

    @Test
    void anUnexpectedFailureSaysNothingOfTheInside() throws Exception {
        HttpResponse<String> answer = get("/admin/bug", token(Role.ADMINISTRATOR));
        assertThat(answer.statusCode()).isEqualTo(500);
        assertThat(answer.body()).contains("\"code\":\"internal\"").doesNotContain("secret inside");
    }

    @Test
    void anInvalidFieldIsNamed() throws Exception {
        HttpRequest request =
                request("/admin/x", token(Role.ADMINISTRATOR))
                        .header("Content-Type", "application/json")
                        .POST(BodyPublishers.ofString("{\"name\":\"\"}"))
                        .build();
        HttpResponse<String> answer = client.send(request, BodyHandlers.ofString());
        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body())
                .contains("\"code\":\"invalid-request\"")
                .contains("\"field\":\"name\"");
    }

    private String token(Role role) {
        return tokens.issue("someone", role, Duration.ofMinutes(1));
    }

    private HttpResponse<String> get(String path, String token) throws Exception {
        return client.send(request(path, token).build(), BodyHandlers.ofString());
    }

    private HttpRequest.Builder request(String path, String token) {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(URI.create("http://localhost:" + port + path));
        return token.isEmpty() ? request : request.header("Authorization", "Bearer " + token);
    }

    @TestConfiguration
    @Import(Endpoints.Controller.class)
    static class Endpoints {

        @RestController
        static class Controller {

            @GetMapping({
                "/internal/x",
                "/shopper/x",
                "/admin/x",
                "/callback/x",
                "/shopper/doors/x",
                "/elsewhere"
            })
            String answer() {
                return "ok";
            }

            @GetMapping("/admin/problem")
            String problem() {
                throw new Problem(HttpStatus.CONFLICT, "door-in-use", "Somebody is shopping here.");
            }

            @GetMapping("/admin/bug")
            String bug() {
                throw new IllegalStateException("secret inside");
            }

            @PostMapping("/admin/x")
            String create(@RequestBody @Valid Named named) {
                return named.name();
            }
        }

        record Named(@NotBlank String name) {}
    }
}
