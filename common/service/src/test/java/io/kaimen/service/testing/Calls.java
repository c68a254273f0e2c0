package io.kaimen.service.testing;

import io.kaimen.service.security.Role;
import io.kaimen.service.security.Tokens;
import java.time.Duration;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.core.env.Environment;
import org.springframework.http.client.JdkClientHttpRequestFactory;
import org.springframework.web.client.RestClient;

/** HTTP calls to the service under test. */
@TestComponent
public class Calls {

    private final Environment environment;
    private final Tokens tokens;

    Calls(Environment environment, Tokens tokens) {
        this.environment = environment;
        this.tokens = tokens;
    }

    public RestClient as(Role role) {
        String token = tokens.issue("test", role, Duration.ofMinutes(5));
        return with(token);
    }

    public RestClient with(String token) {
        return anonymous().mutate().defaultHeader("Authorization", "Bearer " + token).build();
    }

    /** With the JDK's client: the one on the class path asks again by itself after a 429. */
    public RestClient anonymous() {
        String port = environment.getRequiredProperty("local.server.port");
        return RestClient.builder()
                .baseUrl("http://127.0.0.1:" + port)
                .requestFactory(new JdkClientHttpRequestFactory())
                .build();
    }
}
