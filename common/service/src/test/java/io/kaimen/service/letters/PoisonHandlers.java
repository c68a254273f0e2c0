package io.kaimen.service.letters;

import io.kaimen.contracts.Topic;
import io.kaimen.contracts.account.CaptureDue;
import io.kaimen.contracts.order.AuthorisationDue;
import io.kaimen.contracts.order.OrderCancelled;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;

@TestConfiguration
class PoisonHandlers {

    @Bean
    PoisonHandler<CaptureDue> inOrder() {
        return new PoisonHandler<>(Topic.CAPTURE_DUE, true, true);
    }

    @Bean
    PoisonHandler<AuthorisationDue> concurrent() {
        return new PoisonHandler<>(Topic.AUTHORISATION_DUE, false, true);
    }

    @Bean
    PoisonHandler<OrderCancelled> forgetful() {
        return new PoisonHandler<>(Topic.ORDER_CANCELLED, false, false);
    }
}
