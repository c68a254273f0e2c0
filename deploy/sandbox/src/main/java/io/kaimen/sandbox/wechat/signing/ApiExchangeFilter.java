package io.kaimen.sandbox.wechat.signing;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.kaimen.sandbox.calls.Call;
import io.kaimen.sandbox.calls.CallLog;
import io.kaimen.sandbox.calls.CallTarget;
import io.kaimen.sandbox.faults.ConnectionDropper;
import io.kaimen.sandbox.faults.FaultKind;
import io.kaimen.sandbox.time.PlatformClock;
import io.kaimen.sandbox.wechat.ApiError;
import io.kaimen.sandbox.wechat.Refusal;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.util.ContentCachingResponseWrapper;
import tools.jackson.databind.json.JsonMapper;

/**
 * What happens to every call of APIv3: verify, carry out, sign, log, answer; and every fault of the
 * exchange in its place between them.
 */
final class ApiExchangeFilter extends OncePerRequestFilter {

    private static final Logger log = LoggerFactory.getLogger(ApiExchangeFilter.class);

    private final RequestVerifier verifier;
    private final PlatformSigner signer;
    private final ExchangeFaults faults;
    private final CallLog calls;
    private final PlatformClock clock;
    private final JsonMapper mapper;

    ApiExchangeFilter(
            RequestVerifier verifier,
            PlatformSigner signer,
            ExchangeFaults faults,
            CallLog calls,
            PlatformClock clock,
            JsonMapper mapper) {
        this.verifier = verifier;
        this.signer = signer;
        this.faults = faults;
        this.calls = calls;
        this.clock = clock;
        this.mapper = mapper;
    }

    @Override
    protected void doFilterInternal(
            HttpServletRequest plain, HttpServletResponse response, FilterChain chain)
            throws IOException {
        Instant arrived = clock.instant();
        long started = System.nanoTime();
        HeldRequest request = new HeldRequest(plain);
        ContentCachingResponseWrapper answer = new ContentCachingResponseWrapper(response);
        CallTarget target = target(request);
        ExchangeFaults.Struck struck = faults.strike(target);

        long number = carryOut(request, answer, chain, target, struck);
        if (struck.has(FaultKind.ANSWER_FAILED)) {
            number = refuse(answer, Refusal.SYSTEM_ERROR.error());
        }
        String requestId = RequestIds.next(number);
        finish(answer, requestId, struck);
        struck.delay();

        Call call =
                new Call(
                        requestId,
                        target.outOrderNo(),
                        target.operation(),
                        arrived,
                        asked(request),
                        answer.getStatus(),
                        text(answer),
                        Duration.ofNanos(System.nanoTime() - started).toMillis(),
                        struck.names());
        calls.add(call);
        if (struck.has(FaultKind.ANSWER_LOST)) {
            ConnectionDropper.drop(plain);
        } else {
            answer.copyBodyToResponse();
        }
    }

    /** Verifies and carries out; returns the error number, 0 for success. */
    private long carryOut(
            HeldRequest request,
            ContentCachingResponseWrapper answer,
            FilterChain chain,
            CallTarget target,
            ExchangeFaults.Struck struck)
            throws IOException {
        try {
            verifier.verify(
                    request.getMethod(),
                    request.pathAndQuery(),
                    request.body(),
                    request.getHeader("Authorization"),
                    request.getHeader("Wechatpay-Serial"));
            struck.refuse();
            chain.doFilter(request, answer);
            return 0;
        } catch (ApiError e) {
            return refuse(answer, e);
        } catch (ServletException e) {
            if (e.getRootCause() instanceof ApiError error) {
                return refuse(answer, error);
            }
            log.error("{} failed", target, e);
            return refuse(answer, Refusal.SYSTEM_ERROR.error());
        }
    }

    private record ErrorBody(String code, String message) {}

    private long refuse(ContentCachingResponseWrapper answer, ApiError error) throws IOException {
        Refusal refusal = error.refusal();
        answer.resetBuffer();
        answer.setStatus(refusal.status());
        answer.setContentType("application/json");
        answer.getOutputStream()
                .write(mapper.writeValueAsBytes(new ErrorBody(refusal.code(), error.message())));
        return refusal.number();
    }

    private void finish(
            ContentCachingResponseWrapper answer, String requestId, ExchangeFaults.Struck struck) {
        answer.setHeader("Request-ID", requestId);
        if (answer.getStatus() / 100 == 2) {
            var headers =
                    struck.has(FaultKind.ANSWER_FORGED)
                            ? signer.forge(text(answer))
                            : signer.sign(text(answer));
            headers.forEach(answer::setHeader);
        }
    }

    private static CallTarget target(HeldRequest request) {
        return CallTarget.of(
                request.getMethod(),
                request.getServletPath(),
                Objects.requireNonNullElse(request.getParameter("out_order_no"), ""),
                request.body());
    }

    private static String asked(HeldRequest request) {
        return request.body().isEmpty()
                ? Objects.requireNonNullElse(request.getQueryString(), "")
                : request.body();
    }

    private static String text(ContentCachingResponseWrapper answer) {
        return new String(answer.getContentAsByteArray(), UTF_8);
    }
}
