package io.kaimen.order.lookup;

import static org.assertj.core.api.Assertions.assertThat;

import io.kaimen.order.played.Caller;
import io.kaimen.order.played.Caller.Answer;
import io.kaimen.order.played.OnOrderService;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpMethod;
import tools.jackson.databind.JsonNode;

@OnOrderService
class OpenApiIT {

    @Autowired private Caller caller;

    @Test
    void everyPublicPathIsDocumented() {
        Answer answer = caller.call(HttpMethod.GET, "/v3/api-docs", null, null);

        assertThat(answer.status()).isEqualTo(200);
        JsonNode paths = answer.body().path("paths");
        assertThat(paths.propertyNames())
                .contains(
                        "/shopper/login",
                        "/shopper/orders",
                        "/shopper/orders/{orderNo}",
                        "/shopper/doors/{sn}/{door}",
                        "/admin/orders",
                        "/admin/orders/{orderNo}",
                        "/admin/orders/{orderNo}/trace",
                        "/admin/orders/{orderNo}/trace/weights.csv",
                        "/admin/blacklist",
                        "/admin/blacklist/{id}");
        // Unwrapped records are written as the flat fields they are on the wire.
        JsonNode detail =
                answer.body()
                        .path("components")
                        .path("schemas")
                        .path("OrderDetail")
                        .path("properties");
        assertThat(detail.propertyNames())
                .contains("orderNo", "basketFen", "openedAt", "moves", "message");
    }
}
