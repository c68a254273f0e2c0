package io.kaimen.channel.wechat;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonParser;
import com.wechat.pay.java.core.notification.NotificationParser;
import io.kaimen.channel.wechat.PayScoreNotifications.Reading;
import io.kaimen.channel.wechat.PayScoreNotifications.Signature;
import io.kaimen.contracts.Money;
import io.kaimen.contracts.channel.AuthorisationsApi.PlatformOrder.State;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PayScoreNotificationsTest {

    private static final Instant NOW = Instant.parse("2026-11-20T02:00:00Z");
    private static final String CONFIRMED =
            """
            {"mchid":"1900000001","appid":"wx0000000000000001",
             "service_id":"00004000000000158000000000000001","out_order_no":"K1","openid":"o1",
             "state":"DOING","state_description":"USER_CONFIRM"}
            """;
    private static final String PAID =
            """
            {"mchid":"1900000001","appid":"wx0000000000000001",
             "service_id":"00004000000000158000000000000001","out_order_no":"K1","state":"DONE",
             "total_amount":1250,"collection":{"state":"USER_PAID","total_amount":1250,
              "paid_amount":1250,"details":[{"seq":1,"amount":1250,"paid_type":"NEWTON",
              "paid_time":"20261120095959","transaction_id":"4200001"}]}}
            """;

    @TempDir private static Path folder;
    private static WechatKeys keys;
    private static PayScoreNotifications notifications;

    @BeforeAll
    static void makeKeys() {
        keys = new WechatKeys(folder);
        notifications =
                new PayScoreNotifications(
                        new NotificationParser(keys.sdk()),
                        keys.properties(),
                        Clock.fixed(NOW, ZoneOffset.UTC));
    }

    @Test
    void readsAConfirmation() {
        var reading = read(genuine("PAYSCORE.USER_CONFIRM", CONFIRMED));

        assertThat(reading)
                .isInstanceOfSatisfying(
                        Reading.OfOrder.class,
                        told -> {
                            assertThat(told.eventType()).isEqualTo("PAYSCORE.USER_CONFIRM");
                            assertThat(told.openid()).isEqualTo("o1");
                            assertThat(told.order().orderNo()).isEqualTo("K1");
                            assertThat(told.order().state()).isEqualTo(State.AUTHORISED);
                        });
    }

    @Test
    void readsAPaymentWithItsMoney() {
        var reading = read(genuine("PAYSCORE.USER_PAID", PAID));

        assertThat(reading)
                .isInstanceOfSatisfying(
                        Reading.OfOrder.class,
                        told -> {
                            assertThat(told.order().state()).isEqualTo(State.PAID);
                            assertThat(told.order().total()).isEqualTo(Money.ofFen(1250));
                            assertThat(told.order().transactionId()).isEqualTo("4200001");
                            assertThat(told.order().paidAt())
                                    .isEqualTo(Instant.parse("2026-11-20T01:59:59Z"));
                        });
    }

    @Test
    void rejectsWhatSomebodyElseSigned() {
        var forged =
                SignedNotification.of(
                        WechatKeys.rsa().getPrivate(), NOW, "PAYSCORE.USER_CONFIRM", CONFIRMED);

        assertRejected(read(forged), "signature is wrong");
    }

    @Test
    void rejectsABodyAlteredByOneCharacter() {
        var genuine = genuine("PAYSCORE.USER_CONFIRM", CONFIRMED);
        var altered = genuine.body().replace("支付分", "支付份");

        assertThat(altered).isNotEqualTo(genuine.body());
        assertRejected(notifications.read(genuine.signature(), altered), "signature is wrong");
    }

    @Test
    void rejectsAnotherKeysSerial() {
        var genuine = genuine("PAYSCORE.USER_CONFIRM", CONFIRMED);
        var signature = genuine.signature();
        var renamed =
                new Signature(
                        "PUB_KEY_ID_other",
                        signature.timestamp(),
                        signature.nonce(),
                        signature.value(),
                        null);

        assertRejected(notifications.read(renamed, genuine.body()), "signature is wrong");
    }

    @Test
    void rejectsAGenuineOneOlderThanFiveMinutes() {
        var stale = at(NOW.minus(Duration.ofMinutes(5)).minusSeconds(1));

        assertRejected(read(stale), "timestamp missing or too far from now");
    }

    @Test
    void rejectsAGenuineOneFromTheFuture() {
        var early = at(NOW.plus(Duration.ofMinutes(5)).plusSeconds(1));

        assertRejected(read(early), "timestamp missing or too far from now");
    }

    @Test
    void takesAGenuineOneOfFiveMinutes() {
        assertThat(read(at(NOW.minus(Duration.ofMinutes(5))))).isInstanceOf(Reading.OfOrder.class);
    }

    @Test
    void rejectsATimestampThatIsNone() {
        var genuine = genuine("PAYSCORE.USER_CONFIRM", CONFIRMED);
        for (var timestamp : new String[] {null, "", "soon", "9223372036854775807"}) {
            var signature =
                    new Signature(
                            genuine.signature().serial(),
                            timestamp,
                            genuine.signature().nonce(),
                            genuine.signature().value(),
                            null);
            assertRejected(
                    notifications.read(signature, genuine.body()),
                    "timestamp missing or too far from now");
        }
    }

    @Test
    void rejectsASignatureProbe() {
        var genuine = genuine("PAYSCORE.USER_CONFIRM", CONFIRMED);
        var probe =
                new Signature(
                        genuine.signature().serial(),
                        genuine.signature().timestamp(),
                        genuine.signature().nonce(),
                        "WECHATPAY/SIGNTEST/" + genuine.signature().value(),
                        null);

        assertThat(notifications.read(probe, genuine.body())).isInstanceOf(Reading.Rejected.class);
    }

    @Test
    void rejectsMissingHeaders() {
        var bare = new Signature(null, Long.toString(NOW.getEpochSecond()), null, null, null);

        assertRejected(notifications.read(bare, "{}"), "signature is wrong");
    }

    @Test
    void rejectsAnotherMerchantsOrder() {
        for (var ours :
                new String[] {
                    "1900000001", "wx0000000000000001", "00004000000000158000000000000001"
                }) {
            var others = CONFIRMED.replace(ours, "other");
            assertRejected(read(genuine("PAYSCORE.USER_CONFIRM", others)), "not ours");
        }
    }

    @Test
    void rejectsWhatAnotherKeySealed() {
        var sealed =
                SignedNotification.envelope(
                        "PAYSCORE.USER_CONFIRM", CONFIRMED, "another-key-of-thirty-two-chars!");

        assertRejected(
                read(SignedNotification.signed(keys.platform().getPrivate(), NOW, sealed)),
                "cannot be decrypted");
    }

    @Test
    void rejectsSignedNonsense() {
        var withoutAssociatedData =
                JsonParser.parseString(
                                SignedNotification.envelope(
                                        "PAYSCORE.USER_CONFIRM", CONFIRMED, WechatKeys.API_V3_KEY))
                        .getAsJsonObject();
        withoutAssociatedData.getAsJsonObject("resource").remove("associated_data");
        for (var body : new String[] {"", "[]", "{}", withoutAssociatedData.toString()}) {
            assertThat(read(SignedNotification.signed(keys.platform().getPrivate(), NOW, body)))
                    .isInstanceOf(Reading.Rejected.class);
        }
    }

    @Test
    void rejectsStatesThatMakeNoSense() {
        var odd = CONFIRMED.replace("USER_CONFIRM", "NEVER_HEARD_OF");

        assertRejected(read(genuine("PAYSCORE.USER_CONFIRM", odd)), "state makes no sense");
    }

    @Test
    void takesNoNoticeOfGenuineOnesAboutNoOrder() {
        var permission = CONFIRMED.replace("out_order_no", "out_request_no");

        assertThat(read(genuine("PAYSCORE.USER_OPEN_SERVICE", permission)))
                .isEqualTo(new Reading.OfNothing("PAYSCORE.USER_OPEN_SERVICE"));
    }

    private static SignedNotification at(Instant at) {
        return SignedNotification.of(
                keys.platform().getPrivate(), at, "PAYSCORE.USER_CONFIRM", CONFIRMED);
    }

    private static SignedNotification genuine(String eventType, String resource) {
        return SignedNotification.of(keys.platform().getPrivate(), NOW, eventType, resource);
    }

    private static Reading read(SignedNotification notification) {
        return notifications.read(notification.signature(), notification.body());
    }

    private static void assertRejected(Reading reading, String reason) {
        assertThat(reading).isEqualTo(new Reading.Rejected(reason));
    }
}
