package io.kaimen.order.contest;

import io.kaimen.order.Numbers;
import io.kaimen.order.OrderProperties;
import io.kaimen.order.Words;
import io.kaimen.order.contest.ContestRefused.Why;
import io.kaimen.order.sale.Baskets;
import io.kaimen.order.sale.Baskets.SoldLine;
import io.kaimen.order.sale.Order;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Component;

/** A shopper says that a line of their order is wrong. */
@Component
class ContestLine {

    private final Contests contests;
    private final Baskets baskets;
    private final Numbers numbers;
    private final Words words;
    private final OrderProperties properties;
    private final Clock clock;

    ContestLine(
            Contests contests,
            Baskets baskets,
            Numbers numbers,
            Words words,
            OrderProperties properties,
            Clock clock) {
        this.contests = contests;
        this.baskets = baskets;
        this.numbers = numbers;
        this.words = words;
        this.properties = properties;
        this.clock = clock;
    }

    /** A contest, and whether it was made now. */
    record Submitted(Contest contest, boolean created) {}

    /**
     * Submits a contest; the same again, after a lost answer, is the same.
     *
     * @throws ContestRefused when this line cannot be contested (any more), or is already
     */
    Submitted submit(Order order, int lane, String sku, String text) {
        requireInTime(order);
        SoldLine line =
                baskets.lines(order.orderNo()).stream()
                        .filter(sold -> sold.lane() == lane && sold.sku().equals(sku))
                        .findFirst()
                        .orElseThrow(() -> refused(Why.NO_SUCH_LINE));
        Contest contest = contest(order, line, text);
        try {
            contests.add(contest);
            return new Submitted(contest, true);
        } catch (DuplicateKeyException another) {
            Optional<Contest> open = contests.open(order.orderNo(), lane, sku);
            return new Submitted(
                    open.filter(known -> known.text().equals(text))
                            .orElseThrow(() -> refused(Why.CONTEST_OPEN)),
                    false);
        }
    }

    private void requireInTime(Order order) {
        Instant ended = order.times().basketAt();
        if (ended == null) {
            throw refused(Why.ORDER_NOT_ENDED);
        }
        if (ended.plus(properties.contests().within()).isBefore(clock.instant())) {
            throw refused(Why.CONTEST_TOO_LATE);
        }
    }

    private Contest contest(Order order, SoldLine line, String text) {
        Instant now = clock.instant();
        return new Contest(
                numbers.next(),
                order.orderNo(),
                order.shopperId(),
                line.lane(),
                line.sku(),
                line.productName(),
                line.quantity(),
                line.amountFen(),
                text,
                ContestStatus.SUBMITTED,
                null,
                now,
                now);
    }

    private ContestRefused refused(Why why) {
        return new ContestRefused(why, words.say("contest." + why.code()));
    }
}
