package io.kaimen.channel.wechat;

import io.kaimen.channel.platform.PaymentPlatform;
import io.kaimen.channel.platform.PlatformRejected;
import io.kaimen.channel.platform.PlatformUnclear;
import io.kaimen.contracts.Platform;
import io.kaimen.contracts.channel.AuthorisationsApi.CreateAuthorisation;
import io.kaimen.contracts.channel.AuthorisationsApi.PlatformOrder;
import io.kaimen.contracts.channel.AuthorisationsApi.PlatformOrder.State;
import io.kaimen.contracts.channel.CapturesApi.Capture;

/**
 * WeChat Pay Score, confirmed by the shopper each time.
 *
 * <p>After a lost answer it asks how the order stands before it repeats anything, and repeats once;
 * what is still unclear then is the caller's to ask again.
 */
class WechatPayScore implements PaymentPlatform {

    /** Says nothing of a score: WeChat wants its reasons kept from shoppers. */
    private static final String NOT_VOUCHED = "微信支付分这次没有通过，打不开门。没有收费。";

    private final PayScoreClient client;
    private final PayScoreRequests requests;
    private final FrontEndParameters frontEnd;

    WechatPayScore(PayScoreClient client, PayScoreRequests requests, FrontEndParameters frontEnd) {
        this.client = client;
        this.requests = requests;
        this.frontEnd = frontEnd;
    }

    @Override
    public Platform platform() {
        return Platform.WECHAT;
    }

    @Override
    public String authorisationRequest(CreateAuthorisation wanted) {
        return requests.create(wanted);
    }

    @Override
    public Vouching authorise(String orderNo, String request) {
        var answer = client.create(orderNo, request);
        if (answer instanceof PayScoreAnswer.Unclear) {
            query(orderNo);
            // There or not, the repeat is right: a known number with the same body answers as
            // before.
            answer = client.create(orderNo, request);
        }
        return switch (answer) {
            case PayScoreAnswer.Done(var order) when order.packageToken() != null ->
                    new Vouching.Created(frontEnd.of(order.packageToken()));
            case PayScoreAnswer.Done _ -> throw new PlatformRejected(orderNo, "gave no package");
            case PayScoreAnswer.Refused refused when PayScoreErrors.isRiskRefusal(refused) ->
                    new Vouching.Refused(NOT_VOUCHED);
            case PayScoreAnswer.Refused refused ->
                    throw new PlatformRejected(orderNo, refused.text());
            case PayScoreAnswer.Unclear(var why, _) -> throw new PlatformUnclear(orderNo, why);
        };
    }

    @Override
    public PlatformOrder query(String orderNo) {
        return switch (client.query(orderNo)) {
            case PayScoreAnswer.Done(var order) -> read(orderNo, order);
            case PayScoreAnswer.Refused refused when refused.notFound() ->
                    PayScoreStates.bare(orderNo, State.NOT_FOUND);
            case PayScoreAnswer.Refused refused ->
                    throw new PlatformRejected(orderNo, refused.text());
            case PayScoreAnswer.Unclear(var why, _) -> throw new PlatformUnclear(orderNo, why);
        };
    }

    @Override
    public PlatformOrder cancel(String orderNo, String reason) {
        var body = requests.cancel(reason);
        var answer = client.cancel(orderNo, body);
        if (answer instanceof PayScoreAnswer.Unclear) {
            var order = query(orderNo);
            if (!stillOpen(order)) {
                return order;
            }
            answer = client.cancel(orderNo, body);
        }
        return switch (answer) {
            case PayScoreAnswer.Done _ -> PayScoreStates.bare(orderNo, State.CANCELLED);
            case PayScoreAnswer.Refused refused -> standsAfter(orderNo, refused);
            case PayScoreAnswer.Unclear(var why, _) -> throw new PlatformUnclear(orderNo, why);
        };
    }

    /** Refused because it is ended or completed already: that is an answer, not an error. */
    private PlatformOrder standsAfter(String orderNo, PayScoreAnswer.Refused refused) {
        var order = query(orderNo);
        if (stillOpen(order)) {
            throw new PlatformRejected(orderNo, refused.text());
        }
        return order;
    }

    @Override
    public String captureRequest(Capture wanted) {
        return requests.complete(wanted);
    }

    @Override
    public Collecting capture(String orderNo, String request) {
        var before = query(orderNo);
        if (before.state() != State.AUTHORISED) {
            return new Collecting.Asked(before);
        }
        var answer = client.complete(orderNo, request);
        if (answer instanceof PayScoreAnswer.Unclear) {
            var order = query(orderNo);
            if (order.state() != State.AUTHORISED) {
                return new Collecting.Asked(order);
            }
            answer = client.complete(orderNo, request);
        }
        return switch (answer) {
            case PayScoreAnswer.Done(var order) -> new Collecting.Asked(read(orderNo, order));
            case PayScoreAnswer.Refused refused -> collectingAfter(orderNo, refused);
            case PayScoreAnswer.Unclear(var why, _) -> throw new PlatformUnclear(orderNo, why);
        };
    }

    /** A refusal may only say that it is being collected already. */
    private Collecting collectingAfter(String orderNo, PayScoreAnswer.Refused refused) {
        var order = query(orderNo);
        return order.state() == State.AUTHORISED
                ? new Collecting.Refused(refused.text())
                : new Collecting.Asked(order);
    }

    private static PlatformOrder read(String orderNo, PayScoreOrder order) {
        return PayScoreStates.read(orderNo, order)
                .orElseThrow(() ->
                        new PlatformUnclear(
                                orderNo,
                                "state %s %s".formatted(order.state(), order.stateDescription())));
    }

    private static boolean stillOpen(PlatformOrder order) {
        return order.state() == State.CREATED || order.state() == State.AUTHORISED;
    }
}
