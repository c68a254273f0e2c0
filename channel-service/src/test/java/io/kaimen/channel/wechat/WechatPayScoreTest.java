package io.kaimen.channel.wechat;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.tuple;

import io.kaimen.channel.platform.PaymentPlatform.Collecting;
import io.kaimen.channel.platform.PaymentPlatform.Vouching;
import io.kaimen.channel.platform.PlatformCall;
import io.kaimen.channel.platform.PlatformCall.Operation;
import io.kaimen.channel.platform.PlatformCall.Outcome;
import io.kaimen.channel.platform.PlatformRejected;
import io.kaimen.channel.platform.PlatformUnclear;
import io.kaimen.contracts.Money;
import io.kaimen.contracts.channel.AuthorisationsApi.PlatformOrder.State;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WechatPayScoreTest {

    private static final String CREATED =
            "{\"out_order_no\":\"K1\",\"state\":\"CREATED\",\"package\":\"AAQ\"}";
    private static final String CONFIRMED =
            "{\"out_order_no\":\"K1\",\"state\":\"DOING\",\"state_description\":\"USER_CONFIRM\"}";
    private static final String COLLECTING =
            "{\"out_order_no\":\"K1\",\"state\":\"DOING\",\"state_description\":\"MCH_COMPLETE\","
                    + "\"total_amount\":700}";
    private static final String REVOKED = "{\"out_order_no\":\"K1\",\"state\":\"REVOKED\"}";

    private static final String ORDERS = "/v3/payscore/serviceorder";
    private static final String CREATE = "POST " + ORDERS;
    private static final String QUERY = "GET " + ORDERS;
    private static final String COMPLETE = "POST " + ORDERS + "/K1/complete";
    private static final String CANCEL = "POST " + ORDERS + "/K1/cancel";

    @TempDir private Path folder;
    private final List<PlatformCall> made = new ArrayList<>();
    private ScriptedWechat wechat;
    private WechatPayScore payScore;

    @BeforeEach
    void script() {
        wechat = new ScriptedWechat();
        var properties = new WechatKeys(folder).properties();
        payScore =
                new WechatPayScore(
                        new PayScoreClient(wechat, properties, made::add, Clock.systemUTC()),
                        new PayScoreRequests(properties, Clock.systemUTC()),
                        new FrontEndParameters(properties, Clock.systemUTC()));
    }

    @Test
    void handsThePackageToTheFrontEnd() {
        wechat.answers(CREATED);

        assertThat(payScore.authorise("K1", "{}"))
                .isInstanceOfSatisfying(
                        Vouching.Created.class,
                        created ->
                                assertThat(created.frontEnd())
                                        .containsEntry("package", "AAQ")
                                        .containsKeys("mch_id", "timestamp", "nonce_str", "sign"));
    }

    @Test
    void everyCallIsToldAlsoOneWhoseAnswerIsLost() {
        wechat.losesTheAnswer().answers(CREATED).answers(CREATED);

        payScore.authorise("K1", "{}");

        assertThat(made)
                .extracting(PlatformCall::operation, PlatformCall::outcome, PlatformCall::error)
                .containsExactly(
                        tuple(Operation.CREATE, Outcome.UNCLEAR, "no answer"),
                        tuple(Operation.QUERY, Outcome.OK, null),
                        tuple(Operation.CREATE, Outcome.OK, null));
        assertThat(made).allSatisfy(call -> assertThat(call.orderNo()).isEqualTo("K1"));
    }

    @Test
    void asksBeforeItRepeatsALostCreateWordForWord() {
        wechat.losesTheAnswer().answers(CREATED).answers(CREATED);

        assertThat(payScore.authorise("K1", "{\"a\":1}")).isInstanceOf(Vouching.Created.class);
        assertThat(wechat.calls()).containsExactly(CREATE, QUERY, CREATE);
        assertThat(wechat.bodies()).containsExactly("{\"a\":1}", "{\"a\":1}");
    }

    @Test
    void repeatsACreateThatNeverArrived() {
        wechat.losesTheAnswer()
                .refuses(404, "ORDER_NOT_EXIST", "订单不存在", 271317510)
                .answers(CREATED);

        assertThat(payScore.authorise("K1", "{}")).isInstanceOf(Vouching.Created.class);
    }

    @Test
    void takesAnErrorOnWechatsSideForALostAnswer() {
        wechat.refuses(500, "SYSTEM_ERROR", "系统异常", 0).answers(CREATED).answers(CREATED);

        assertThat(payScore.authorise("K1", "{}")).isInstanceOf(Vouching.Created.class);
        assertThat(wechat.calls()).containsExactly(CREATE, QUERY, CREATE);
    }

    @Test
    void givesUpWhenNothingComesBack() {
        wechat.losesTheAnswer().losesTheAnswer().losesTheAnswer();

        assertThatExceptionOfType(PlatformUnclear.class)
                .isThrownBy(() -> payScore.authorise("K1", "{}"));
    }

    @Test
    void refusesInPlainWordsWhomWechatDoesNotVouchFor() {
        wechat.refuses(400, "INVALID_REQUEST", "综合评估未通过", 271300099);

        assertThat(payScore.authorise("K1", "{}"))
                .isInstanceOfSatisfying(
                        Vouching.Refused.class,
                        refused ->
                                assertThat(refused.plainWords())
                                        .contains("没有收费")
                                        .doesNotContain("综合评估"));
    }

    @Test
    void knowsARiskRefusalByItsWordsWhenThereIsNoNumber() {
        wechat.refuses(400, "INVALID_REQUEST", "综合评估未通过", 0);

        assertThat(payScore.authorise("K1", "{}")).isInstanceOf(Vouching.Refused.class);
    }

    @Test
    void neverTakesOurOwnMistakeForARefusal() {
        for (long number : new long[] {PayScoreErrors.REENTRY_DIFFERS, 268503786, 271302333}) {
            wechat.refuses(400, "INVALID_REQUEST", "不合法", number);

            assertThatExceptionOfType(PlatformRejected.class)
                    .isThrownBy(() -> payScore.authorise("K1", "{}"));
        }
    }

    @Test
    void asksAgainWhenAnAnswerToAQuestionIsLost() {
        wechat.losesTheAnswer().answers(CONFIRMED);

        assertThat(payScore.query("K1").state()).isEqualTo(State.AUTHORISED);
    }

    @Test
    void tellsThatAnOrderIsUnknown() {
        wechat.refuses(404, "ORDER_NOT_EXIST", "订单不存在", 0);

        assertThat(payScore.query("K1").state()).isEqualTo(State.NOT_FOUND);
    }

    @Test
    void capturesWhatIsAuthorised() {
        wechat.answers(CONFIRMED).answers(COLLECTING);

        assertThat(payScore.capture("K1", "{}"))
                .isInstanceOfSatisfying(
                        Collecting.Asked.class,
                        asked -> {
                            assertThat(asked.order().state()).isEqualTo(State.CAPTURING);
                            assertThat(asked.order().total()).isEqualTo(Money.ofFen(700));
                        });
        assertThat(wechat.calls()).containsExactly(QUERY, COMPLETE);
    }

    @Test
    void neverCompletesWhatIsBeingCollected() {
        wechat.answers(COLLECTING);

        assertThat(stateAfterCapture()).isEqualTo(State.CAPTURING);
        assertThat(wechat.calls()).containsExactly(QUERY);
    }

    @Test
    void believesTheQueryAfterALostCompletion() {
        wechat.answers(CONFIRMED).losesTheAnswer().answers(COLLECTING);

        assertThat(stateAfterCapture()).isEqualTo(State.CAPTURING);
        assertThat(wechat.calls()).containsExactly(QUERY, COMPLETE, QUERY);
    }

    @Test
    void completesAgainWhenTheLostOneNeverArrived() {
        wechat.answers(CONFIRMED).losesTheAnswer().answers(CONFIRMED).answers(COLLECTING);

        assertThat(stateAfterCapture()).isEqualTo(State.CAPTURING);
        assertThat(wechat.calls()).containsExactly(QUERY, COMPLETE, QUERY, COMPLETE);
    }

    @Test
    void takesDeductionInProgressForCapturing() {
        wechat.answers(CONFIRMED)
                .refuses(400, "INVALID_REQUEST", "扣款中", 271316754)
                .answers(COLLECTING);

        assertThat(stateAfterCapture()).isEqualTo(State.CAPTURING);
    }

    @Test
    void tellsWhenItWillNotCollect() {
        wechat.answers(CONFIRMED)
                .refuses(400, "PARAM_ERROR", "最终总金额计算非法", 271316656)
                .answers(CONFIRMED);

        assertThat(payScore.capture("K1", "{}"))
                .isInstanceOfSatisfying(
                        Collecting.Refused.class,
                        refused -> assertThat(refused.reason()).contains("271316656"));
    }

    @Test
    void cancels() {
        wechat.answers("{\"out_order_no\":\"K1\",\"order_id\":\"1\"}");

        assertThat(payScore.cancel("K1", "why").state()).isEqualTo(State.CANCELLED);
    }

    @Test
    void changesNothingWhenItCancelsWhatNeverWas() {
        wechat.refuses(404, "ORDER_NOT_EXIST", "订单不存在", 271317510)
                .refuses(404, "ORDER_NOT_EXIST", "订单不存在", 271317510);

        assertThat(payScore.cancel("K1", "why").state()).isEqualTo(State.NOT_FOUND);
    }

    @Test
    void saysHowAnOrderStandsThatCannotBeCancelledAnyMore() {
        wechat.refuses(400, "INVALID_REQUEST", "不允许取消", 271316592).answers(COLLECTING);

        assertThat(payScore.cancel("K1", "why").state()).isEqualTo(State.CAPTURING);
    }

    @Test
    void takesACancelledOrderForCancelled() {
        wechat.refuses(400, "INVALID_REQUEST", "已取消", 271302333).answers(REVOKED);

        assertThat(payScore.cancel("K1", "why").state()).isEqualTo(State.CANCELLED);
    }

    @Test
    void asksBeforeItRepeatsALostCancellation() {
        wechat.losesTheAnswer().answers(CONFIRMED).answers("{\"out_order_no\":\"K1\"}");

        assertThat(payScore.cancel("K1", "why").state()).isEqualTo(State.CANCELLED);
        assertThat(wechat.calls()).containsExactly(CANCEL, QUERY, CANCEL);
    }

    @Test
    void complainsWhenAnOpenOrderCannotBeCancelled() {
        wechat.refuses(403, "NO_AUTH", "商户暂无权限使用此服务", 268503786).answers(CONFIRMED);

        assertThatExceptionOfType(PlatformRejected.class)
                .isThrownBy(() -> payScore.cancel("K1", "why"));
    }

    private State stateAfterCapture() {
        return ((Collecting.Asked) payScore.capture("K1", "{}")).order().state();
    }
}
