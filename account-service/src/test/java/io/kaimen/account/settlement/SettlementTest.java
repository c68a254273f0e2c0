package io.kaimen.account.settlement;

import static io.kaimen.account.settlement.SettlementStatus.CAPTURING;
import static io.kaimen.account.settlement.SettlementStatus.FAILED;
import static io.kaimen.account.settlement.SettlementStatus.NOTHING_DUE;
import static io.kaimen.account.settlement.SettlementStatus.PAID;
import static io.kaimen.account.settlement.SettlementStatus.PENDING;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.kaimen.account.settlement.Settlement.Payment;
import io.kaimen.contracts.Money;
import io.kaimen.service.state.IllegalMove;
import java.time.Instant;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

class SettlementTest {

    private static final Map<SettlementStatus, Set<SettlementStatus>> ALLOWED =
            Map.of(
                    PENDING, Set.of(CAPTURING, PAID, NOTHING_DUE, FAILED),
                    CAPTURING, Set.of(PAID, FAILED),
                    FAILED, Set.of(PAID, NOTHING_DUE),
                    PAID, Set.of(),
                    NOTHING_DUE, Set.of());

    private static final Instant NOON = Instant.parse("2026-11-20T12:00:00Z");

    @ParameterizedTest
    @MethodSource("everyPair")
    void movesOnlyWhereTheStatesAllowIt(SettlementStatus from, SettlementStatus to) {
        Settlement settlement = in(from);

        if (ALLOWED.getOrDefault(from, Set.of()).contains(to)) {
            assertThat(settlement.moveTo(to).status()).isEqualTo(to);
        } else {
            assertThatThrownBy(() -> settlement.moveTo(to)).isInstanceOf(IllegalMove.class);
        }
    }

    static Stream<Arguments> everyPair() {
        return Arrays.stream(SettlementStatus.values())
                .flatMap(from ->
                        Arrays.stream(SettlementStatus.values()).map(to -> Arguments.of(from, to)));
    }

    @ParameterizedTest
    @EnumSource(
            value = SettlementStatus.class,
            names = {"PAID", "NOTHING_DUE"})
    void asksThePlatformNoMoreOnceItIsFinal(SettlementStatus last) {
        assertThat(in(PENDING).lookingAt(NOON).moveTo(last).lookAt()).isNull();
    }

    @Test
    void goesOnAskingWhenItFailed() {
        assertThat(in(CAPTURING).lookingAt(NOON).moveTo(FAILED).lookAt()).isEqualTo(NOON);
    }

    @Test
    void knowsAPaymentAgainWhateverTimeIsToldWithIt() {
        var payment = new Payment(Money.ofFen(450), "t-1", NOON);
        Settlement settlement = in(PAID).with(payment);

        assertThat(settlement.has(new Payment(Money.ofFen(450), "t-1", NOON.plusMillis(3))))
                .isTrue();
        assertThat(settlement.has(new Payment(Money.ofFen(451), "t-1", NOON))).isFalse();
        assertThat(settlement.has(new Payment(Money.ofFen(450), "t-2", NOON))).isFalse();
    }

    private static Settlement in(SettlementStatus status) {
        return new Settlement(Sales.ofFen("o-1", 450), status, 0, null, null);
    }
}
