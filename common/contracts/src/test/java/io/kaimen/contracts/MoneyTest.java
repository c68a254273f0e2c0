package io.kaimen.contracts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

class MoneyTest {

    @Test
    void isAPlainIntegerOnTheWire() {
        assertThat(new JsonMapper().writeValueAsString(Money.ofFen(350))).isEqualTo("350");
        assertThat(new JsonMapper().readValue("350", Money.class)).isEqualTo(Money.ofFen(350));
    }

    @Test
    void overflowIsAnErrorAndNotASmallerAmount() {
        assertThatThrownBy(() -> Money.ofFen(Long.MAX_VALUE).plus(Money.ofFen(1)))
                .isInstanceOf(ArithmeticException.class);
    }
}
