package io.kaimen.device.session;

import static org.assertj.core.api.Assertions.assertThat;

import io.kaimen.contracts.Money;
import io.kaimen.contracts.Platform;
import io.kaimen.contracts.device.BasketSettled;
import io.kaimen.contracts.device.BasketSettled.Flag;
import io.kaimen.contracts.device.BasketSettled.LaneWeights;
import io.kaimen.contracts.device.BasketSettled.Line;
import io.kaimen.device.DeviceProperties;
import io.kaimen.device.basket.LaneDifference;
import io.kaimen.device.planogram.PricedLane;
import io.kaimen.device.shadow.Moment;
import io.kaimen.device.shadow.StableWeight;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

class WorkOutBasketTest {

    private static final Instant NOON = Instant.parse("2026-01-01T12:00:00Z");
    private static final Moment OPENED = new Moment("a", 1000, NOON);
    private static final Moment CLOSED = new Moment("a", 9000, NOON.plusSeconds(8));

    private final WorkOutBasket workOut =
            new WorkOutBasket(
                    new Binder(new MapConfigurationPropertySource(Map.of()))
                            .bindOrCreate("kaimen.device", DeviceProperties.class));

    @Test
    void chargesWhatEachLaneLostAtThePriceOfTheOpening() {
        BasketSettled basket = workOut.of(session(), List.of(w(1, 2641), w(2, 2500), w(9, 0)));
        assertThat(basket.lines())
                .containsExactly(
                        new Line(1, "cola", "Cola", 2, Money.ofFen(350), Money.ofFen(700)));
        assertThat(basket.total()).isEqualTo(Money.ofFen(700));
        assertThat(basket.flags()).isEmpty();
        assertThat(basket.lanes())
                .containsExactly(
                        new LaneWeights(1, 3300, 2641, 2, 0.9998),
                        new LaneWeights(2, 2500, 2500, 0, 0.9999),
                        new LaneWeights(9, 0, 0));
        assertThat(basket.openedAt()).isEqualTo(NOON);
        assertThat(basket.closedAt()).isEqualTo(NOON.plusSeconds(8));
        assertThat(basket.algorithm()).isEqualTo(LaneDifference.VERSION);
    }

    @Test
    void chargesNothingWhenNothingWasTaken() {
        BasketSettled basket = workOut.of(session(), List.of(w(1, 3301), w(2, 2499), w(9, 1)));
        assertThat(basket.lines()).isEmpty();
        assertThat(basket.total()).isEqualTo(Money.ZERO);
        assertThat(basket.flags()).isEmpty();
    }

    @Test
    void chargesTheLaneItLeftAndFlagsTheLaneItReached() {
        BasketSettled basket = workOut.of(session(), List.of(w(1, 2970), w(2, 2830), w(9, 0)));
        assertThat(basket.lines()).extracting(Line::lane).containsExactly(1);
        assertThat(basket.flags()).containsExactly(new Flag(2, Flag.Kind.GAINED, 330));
    }

    @Test
    void flagsALaneThatSellsNothing() {
        BasketSettled basket = workOut.of(session(), List.of(w(1, 3300), w(2, 2500), w(9, 250)));
        assertThat(basket.lines()).isEmpty();
        assertThat(basket.flags()).containsExactly(new Flag(9, Flag.Kind.GAINED, 250));
    }

    private static DoorSession session() {
        return new DoorSession(
                "order-1",
                "shopper-1",
                Platform.WECHAT,
                new DoorSession.Place("SN1", 1, "site", "region", "partner"),
                5,
                "token",
                DoorSessionState.CLOSED,
                NOON,
                "command",
                NOON,
                List.of(
                        new PricedLane(1, "cola", "Cola", null, 330, 8, 350),
                        new PricedLane(2, "soap", "Soap", null, 500, 10, 990)),
                List.of(w(1, 3300), w(2, 2500), w(9, 0)),
                OPENED,
                CLOSED,
                null);
    }

    private static StableWeight w(int lane, double grams) {
        return new StableWeight(lane, grams, new Moment("a", 9500, NOON.plusSeconds(9)));
    }
}
