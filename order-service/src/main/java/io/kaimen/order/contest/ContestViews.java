package io.kaimen.order.contest;

import io.kaimen.order.Words;
import io.kaimen.order.contest.Contest.Step;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Contests as shoppers and operators see them. */
@Component
class ContestViews {

    private final Contests contests;
    private final Words words;

    ContestViews(Contests contests, Words words) {
        this.contests = contests;
        this.words = words;
    }

    /**
     * A contest as its shopper sees it.
     *
     * @param amountFen of the contested line
     * @param refundFen what is to be returned; null unless accepted
     * @param message how it stands, in plain words
     * @param photos their numbers
     * @param steps without who made them; the cause of a decision is said to the shopper
     */
    record ShopperContest(
            String id,
            String orderNo,
            int lane,
            String sku,
            String productName,
            int quantity,
            long amountFen,
            String text,
            ContestStatus status,
            @Nullable Long refundFen,
            String message,
            List<Integer> photos,
            List<Progress> steps,
            Instant createdAt) {}

    /** A move, for the shopper. */
    record Progress(ContestStatus to, Instant at, @Nullable String reason) {}

    /** A contest with what only operators see. */
    record AdminContest(Contest contest, List<Integer> photos, List<Step> steps) {}

    ShopperContest forShopper(Contest contest) {
        return new ShopperContest(
                contest.id(),
                contest.orderNo(),
                contest.lane(),
                contest.sku(),
                contest.productName(),
                contest.quantity(),
                contest.amountFen(),
                contest.text(),
                contest.status(),
                contest.refundFen(),
                message(contest),
                contests.photos(contest.id()),
                contests.steps(contest.id()).stream().map(ContestViews::progress).toList(),
                contest.createdAt());
    }

    AdminContest forOperator(Contest contest) {
        return new AdminContest(
                contest, contests.photos(contest.id()), contests.steps(contest.id()));
    }

    private static Progress progress(Step step) {
        return new Progress(step.to(), step.at(), step.to().isOpen() ? null : step.cause());
    }

    private String message(Contest contest) {
        Long refund = contest.refundFen();
        String yuan = BigDecimal.valueOf(refund == null ? 0 : refund, 2).toPlainString();
        return switch (contest.status()) {
            case SUBMITTED -> words.say("contest.submitted");
            case IN_REVIEW -> words.say("contest.in-review");
            case ACCEPTED -> words.say("contest.accepted", yuan);
            case REJECTED -> words.say("contest.rejected");
        };
    }
}
