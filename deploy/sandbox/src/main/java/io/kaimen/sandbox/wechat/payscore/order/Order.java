package io.kaimen.sandbox.wechat.payscore.order;

import io.kaimen.sandbox.wechat.ApiError;
import io.kaimen.sandbox.wechat.Refusal;
import io.kaimen.sandbox.wechat.payscore.order.Payment.Channel;
import io.kaimen.sandbox.wechat.payscore.order.Stage.Collecting;
import io.kaimen.sandbox.wechat.payscore.order.Stage.Created;
import io.kaimen.sandbox.wechat.payscore.order.Stage.Done;
import io.kaimen.sandbox.wechat.payscore.order.Stage.Expired;
import io.kaimen.sandbox.wechat.payscore.order.Stage.Revoked;
import io.kaimen.sandbox.wechat.payscore.order.Stage.Running;
import java.time.Duration;
import java.time.Instant;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A service order. Every verb answers the order as it is afterwards, or the same one when there is
 * nothing to change, or throws the {@link ApiError} WeChat answers in that stage.
 *
 * @param orderId WeChat's number
 * @param packageToken opens the confirmation page, once
 * @param queryId given to the mini-program after confirmation
 * @param terms what it was created with
 * @param createdAt when
 * @param stage where it stands
 */
public record Order(
        String orderId,
        String packageToken,
        String queryId,
        Terms terms,
        Instant createdAt,
        Stage stage) {

    private static final Duration UNTOUCHED_UNTIL_EXPIRED = Duration.ofDays(30);

    /** A new order: waiting for its user, or running at once when the user was asked before. */
    public static Order create(
            String orderId, String packageToken, String queryId, Terms terms, Instant now) {
        String openid = terms.openid();
        Stage stage =
                openid == null ? new Created(null) : new Running(new Confirmation(openid, now));
        return new Order(orderId, packageToken, queryId, terms, now, stage);
    }

    /** The merchant's number. */
    public String outOrderNo() {
        return terms.outOrderNo();
    }

    /** The order at a later time: nobody touches an order for 30 days and it expires. */
    public Order at(Instant now) {
        boolean due = now.isAfter(createdAt.plus(UNTOUCHED_UNTIL_EXPIRED));
        return stage instanceof Created && due ? in(new Expired()) : this;
    }

    /** When the service runs as far as is known by now. */
    public TimeRange timeRange() {
        Confirmation confirmation = stage.confirmation();
        Bill bill = stage.bill();
        TimeRange planned =
                confirmation == null
                        ? terms.timeRange()
                        : terms.timeRange().acceptedAt(confirmation.at());
        TimeRange actual = bill == null ? null : bill.timeRange();
        return actual == null ? planned : planned.overriddenBy(actual);
    }

    /**
     * The confirmation page is opened, which uses up the package; the ticket is for its buttons.
     */
    public Order openPage(String ticket) {
        return switch (stage) {
            case Created(@Nullable String opened) when opened == null -> in(new Created(ticket));
            case Created(@Nullable String opened) -> throw Refusal.WRONG_STATE.error("package已失效");
            case Running _, Collecting _, Done _, Revoked _, Expired _ -> throw wrongState();
        };
    }

    /** The user confirms on the page that was opened. */
    public Order confirm(String openid, Instant now) {
        return switch (stage) {
            case Created _ -> in(new Running(new Confirmation(openid, now)));
            case Running _, Collecting _, Done _, Revoked _, Expired _ -> throw wrongState();
        };
    }

    /**
     * The service is over.
     *
     * @param serviceCeiling the most an order of the service may cost, in fen
     * @param firstDeduction when the platform will deduct
     */
    public Order complete(
            Bill bill, long serviceCeiling, Instant now, Supplier<Instant> firstDeduction) {
        return switch (stage) {
            case Created _ -> throw Refusal.NOT_YET_CONFIRMED.error();
            case Running(Confirmation confirmation) -> {
                if (bill.totalAmount() > terms.riskFund().ceiling(serviceCeiling)) {
                    throw Refusal.OVER_CEILING.error();
                }
                bill.checkTime(timeRange(), now);
                yield bill.totalAmount() == 0
                        ? in(new Done(confirmation, bill, null))
                        : in(new Collecting(confirmation, bill, now, 0, firstDeduction.get()));
            }
            case Collecting collecting -> {
                refuseWhileDeducting(collecting);
                if (!collecting.bill().equals(bill)) {
                    throw Refusal.REPEAT_DIFFERS.error();
                }
                yield this;
            }
            case Done _, Revoked _, Expired _ -> throw wrongState();
        };
    }

    /** Lowers what is due; nothing left ends the order. */
    public Order modify(Bill bill) {
        return switch (stage) {
            case Collecting collecting -> {
                refuseWhileDeducting(collecting);
                if (bill.totalAmount() >= collecting.bill().totalAmount()) {
                    throw Refusal.PARAM_ERROR.error("修改后金额应小于修改前金额");
                }
                Bill lowered = collecting.bill().modifiedTo(bill);
                yield lowered.totalAmount() == 0
                        ? in(new Done(collecting.confirmation(), lowered, null))
                        : in(
                                new Collecting(
                                        collecting.confirmation(),
                                        lowered,
                                        collecting.since(),
                                        collecting.failures(),
                                        collecting.nextDeduction()));
            }
            case Created _, Running _, Done _, Revoked _, Expired _ ->
                    throw Refusal.NOT_PENDING_PAYMENT.error();
        };
    }

    /** The merchant gives the order up; repeating it with the same reason changes nothing. */
    public Order cancel(String reason) {
        return switch (stage) {
            case Created _, Running _ -> in(new Revoked(stage.confirmation(), reason));
            case Collecting _, Done _ -> throw Refusal.NOT_CANCELLABLE.error();
            case Revoked(_, String before) when before.equals(reason) -> this;
            case Revoked _, Expired _ -> throw wrongState();
        };
    }

    /** The merchant says that the user has paid elsewhere. */
    public Order syncPaid(Instant paidAt) {
        Collecting collecting = pendingPayment();
        refuseWhileDeducting(collecting);
        return paid(collecting, Channel.MCH, null, paidAt);
    }

    /** The merchant asks the platform to try again now. */
    public Order deductAgain(Instant now) {
        Collecting collecting = pendingPayment();
        refuseWhileDeducting(collecting);
        return in(deductionAfter(collecting, collecting.failures(), now));
    }

    /** The platform has the money, by deduction or because the user paid it. */
    public Order paid(String transactionId, Instant now) {
        return paid(pendingPayment(), Channel.NEWTON, transactionId, now);
    }

    /** A deduction failed; the platform tries again. */
    public Order deductionFailed(Instant next) {
        Collecting collecting = pendingPayment();
        return in(deductionAfter(collecting, collecting.failures() + 1, next));
    }

    private Collecting pendingPayment() {
        if (stage instanceof Collecting collecting) {
            return collecting;
        }
        throw Refusal.NOT_PENDING_PAYMENT.error();
    }

    private Order paid(
            Collecting due, Channel channel, @Nullable String transactionId, Instant at) {
        Payment payment = new Payment(channel, due.bill().totalAmount(), at, transactionId);
        return in(new Done(due.confirmation(), due.bill(), payment));
    }

    private static Collecting deductionAfter(Collecting due, int failures, Instant next) {
        return new Collecting(due.confirmation(), due.bill(), due.since(), failures, next);
    }

    private static void refuseWhileDeducting(Collecting collecting) {
        if (collecting.isDeducting()) {
            throw Refusal.DEDUCTION_RUNNING.error();
        }
    }

    private ApiError wrongState() {
        return stage instanceof Revoked
                ? Refusal.ALREADY_CANCELLED.error()
                : Refusal.WRONG_STATE.error();
    }

    private Order in(Stage next) {
        return new Order(orderId, packageToken, queryId, terms, createdAt, next);
    }
}
