package io.kaimen.replenish.warehouse;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.kaimen.replenish.OnReplenishService;
import io.kaimen.service.security.Role;
import io.kaimen.service.testing.Calls;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.web.client.HttpClientErrorException;

@OnReplenishService
class WarehouseIT {

    @Autowired Calls calls;

    private final String code = "W" + Long.toString(System.nanoTime(), 36);

    @Test
    void isRegisteredOnce() {
        assertThat(add(Role.OPERATIONS, "North")).isEqualTo(HttpStatus.CREATED);
        assertThat(add(Role.OPERATIONS, "North")).isEqualTo(HttpStatus.OK);
        assertThatThrownBy(() -> add(Role.OPERATIONS, "South"))
                .isInstanceOf(HttpClientErrorException.Conflict.class)
                .hasMessageContaining("warehouse-code-taken");
    }

    @Test
    void isListed() {
        add(Role.OPERATIONS, "North");

        String all =
                calls.as(Role.OPERATIONS)
                        .get()
                        .uri("/admin/warehouses")
                        .retrieve()
                        .body(String.class);

        assertThat(all).contains("\"code\":\"" + code + "\",\"name\":\"North\"");
    }

    @Test
    void isNoBusinessOfShoppers() {
        assertThatThrownBy(() -> add(Role.SHOPPER, "North"))
                .isInstanceOf(HttpClientErrorException.Forbidden.class);
    }

    private HttpStatusCode add(Role as, String name) {
        return calls.as(as)
                .post()
                .uri("/admin/warehouses")
                .body(Map.of("code", code, "name", name))
                .retrieve()
                .toBodilessEntity()
                .getStatusCode();
    }
}
