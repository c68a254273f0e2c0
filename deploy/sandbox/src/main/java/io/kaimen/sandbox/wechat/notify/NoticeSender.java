package io.kaimen.sandbox.wechat.notify;

import io.kaimen.sandbox.SandboxProperties;
import io.kaimen.sandbox.time.PlatformClock;
import io.kaimen.sandbox.wechat.notify.Notice.Attempt;
import io.kaimen.sandbox.wechat.notify.Notice.Sending;
import io.kaimen.sandbox.wechat.signing.PlatformSigner;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.springframework.stereotype.Component;

/** Sends a notice once and waits for the answer until the deadline. */
@Component
final class NoticeSender implements AutoCloseable {

    private static final int ANSWER_KEPT = 500;

    private final NoticeSealer sealer;
    private final PlatformSigner signer;
    private final PlatformClock clock;
    private final Duration deadline;
    private final HttpClient client;

    NoticeSender(
            NoticeSealer sealer,
            PlatformSigner signer,
            PlatformClock clock,
            SandboxProperties properties) {
        this.sealer = sealer;
        this.signer = signer;
        this.clock = clock;
        this.deadline = properties.notification().deadline();
        this.client =
                HttpClient.newBuilder()
                        .version(HttpClient.Version.HTTP_1_1)
                        .followRedirects(HttpClient.Redirect.NEVER)
                        .connectTimeout(deadline)
                        .build();
    }

    /** Sends it in the given manner; never throws, what goes wrong is the attempt's answer. */
    Attempt send(Notice notice, Sending sending) {
        Instant at = clock.instant();
        if (sending == Sending.DROPPED) {
            return new Attempt(at, sending, null, "lost on purpose");
        }
        String body = sealer.seal(notice);
        var answer = client.sendAsync(request(notice, body, sending), BodyHandlers.ofString());
        try {
            HttpResponse<String> response = answer.get(deadline.toMillis(), TimeUnit.MILLISECONDS);
            return new Attempt(at, sending, response.statusCode(), shortened(response.body()));
        } catch (TimeoutException e) {
            answer.cancel(true);
            return new Attempt(at, sending, null, "no answer within " + deadline);
        } catch (ExecutionException e) {
            return new Attempt(at, sending, null, String.valueOf(e.getCause()));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return new Attempt(at, sending, null, "the sandbox is stopping");
        }
    }

    private HttpRequest request(Notice notice, String body, Sending sending) {
        Map<String, String> signature =
                switch (sending) {
                    case FORGED -> signer.forge(body);
                    case PROBE -> signer.probe(body);
                    case GENUINE, DOUBLE, DROPPED -> signer.sign(body);
                };
        HttpRequest.Builder request =
                HttpRequest.newBuilder(URI.create(notice.notifyUrl()))
                        .header("Content-Type", "application/json")
                        .header("Accept", "application/json")
                        .header("User-Agent", "Mozilla/4.0")
                        .header("Wechatpay-Signature-Type", "WECHATPAY2-SHA256-RSA2048")
                        .POST(BodyPublishers.ofString(body));
        signature.forEach(request::header);
        return request.build();
    }

    private static String shortened(String answer) {
        return answer.length() <= ANSWER_KEPT ? answer : answer.substring(0, ANSWER_KEPT);
    }

    @Override
    public void close() {
        client.shutdownNow();
    }
}
