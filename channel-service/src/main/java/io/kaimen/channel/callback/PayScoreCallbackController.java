package io.kaimen.channel.callback;

import io.kaimen.channel.callback.PayScoreCallback.Answer;
import io.kaimen.channel.wechat.PayScoreNotifications.Signature;
import io.kaimen.service.problem.Problem;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/** Where WeChat calls. The body is taken as it came: its signature covers every byte. */
@RestController
class PayScoreCallbackController {

    /** Genuine ones are under 4 KiB. */
    private static final int BODY_LIMIT = 64 * 1024;

    private final PayScoreCallback callback;
    private final MeterRegistry meters;

    PayScoreCallbackController(PayScoreCallback callback, MeterRegistry meters) {
        this.callback = callback;
        this.meters = meters;
    }

    @PostMapping("/callback/wechat/payscore")
    ResponseEntity<Acknowledgement> receive(HttpServletRequest request) throws IOException {
        var body = request.getInputStream().readNBytes(BODY_LIMIT + 1);
        if (body.length > BODY_LIMIT) {
            return failed(HttpStatus.CONTENT_TOO_LARGE, "too large");
        }
        try {
            return answer(
                    callback.receive(signature(request), new String(body, StandardCharsets.UTF_8)));
        } catch (Problem unclear) {
            count("unclear");
            return failed(HttpStatus.SERVICE_UNAVAILABLE, unclear.code());
        }
    }

    private ResponseEntity<Acknowledgement> answer(Answer answer) {
        count(answer.outcome().name().toLowerCase(Locale.ROOT));
        return switch (answer.outcome()) {
            case ACCEPTED, REPEATED, IGNORED ->
                    ResponseEntity.ok(new Acknowledgement("SUCCESS", "成功"));
            case REJECTED -> failed(HttpStatus.UNAUTHORIZED, String.valueOf(answer.failure()));
            case REFUSED ->
                    failed(HttpStatus.UNPROCESSABLE_CONTENT, String.valueOf(answer.failure()));
        };
    }

    private void count(String outcome) {
        meters.counter("kaimen.callbacks", "platform", "wechat", "outcome", outcome).increment();
    }

    private static ResponseEntity<Acknowledgement> failed(HttpStatus status, String message) {
        return ResponseEntity.status(status).body(new Acknowledgement("FAIL", message));
    }

    private static Signature signature(HttpServletRequest request) {
        return new Signature(
                request.getHeader("Wechatpay-Serial"),
                request.getHeader("Wechatpay-Timestamp"),
                request.getHeader("Wechatpay-Nonce"),
                request.getHeader("Wechatpay-Signature"),
                request.getHeader("Wechatpay-Signature-Type"));
    }

    /** WeChat's own form of an answer. */
    record Acknowledgement(String code, String message) {}
}
