package io.kaimen.account.operator;

import static org.assertj.core.api.Assertions.assertThat;

import io.kaimen.account.OnAccountService;
import io.kaimen.service.testing.Calls;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

@OnAccountService
class ApiDocsIT {

    @Autowired Calls calls;

    @Test
    void describesWhoMayCallWhatAndHowItRefuses() {
        var docs = docs();

        assertThat(docs.at("/info/title").asString()).isEqualTo("account-service");
        assertThat(docs.at("/components/securitySchemes/bearer/scheme").asString())
                .isEqualTo("bearer");
        var logIn = docs.path("paths").path("/admin/login").path("post");
        assertThat(logIn.path("summary").asString()).isEqualTo("Log in");
        assertThat(logIn.path("tags")).hasToString("[\"Operator\"]");
        assertThat(logIn.path("security").isArray()).isTrue();
        assertThat(logIn.path("security")).isEmpty();
        assertThat(logIn.path("responses").path("default").path("content").propertyNames())
                .containsExactly("application/problem+json");
        assertThat(docs.path("paths").path("/admin/operators").path("get").has("security"))
                .as("as for all: a token")
                .isFalse();
    }

    @Test
    void keepsWhatServicesAskEachOtherToThem() {
        assertThat(docs().path("paths").propertyNames())
                .isNotEmpty()
                .allMatch(path -> path.startsWith("/admin/"));
    }

    private JsonNode docs() {
        return Objects.requireNonNull(
                calls.anonymous().get().uri("/v3/api-docs").retrieve().body(JsonNode.class));
    }
}
