package io.kaimen.account.settlement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.kaimen.contracts.Money;
import org.junit.jupiter.api.Test;

class DueTest {

    @Test
    void isTheWholeBasketWhileNothingComesOff() {
        Due due = Due.of(Money.ofFen(1_250));

        assertThat(due.toCollect()).isEqualTo(Money.ofFen(1_250));
        assertThat(due.discount()).isEqualTo(Money.ZERO);
    }

    @Test
    void isNothingForAnEmptyBasket() {
        assertThat(Due.of(Money.ZERO).toCollect().isZero()).isTrue();
    }

    @Test
    void rejectsPartsThatDoNotMakeTheBasket() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Due(Money.ofFen(10), Money.ofFen(3), Money.ofFen(8)));
    }

    @Test
    void rejectsNegativeParts() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Due(Money.ofFen(10), Money.ofFen(12), Money.ofFen(-2)));
    }
}
