package io.kaimen.account;

import feign.Request;
import feign.RetryableException;
import io.kaimen.contracts.Money;
import io.kaimen.contracts.Platform;
import io.kaimen.contracts.channel.AuthorisationsApi;
import io.kaimen.contracts.channel.AuthorisationsApi.PlatformOrder.State;
import io.kaimen.contracts.channel.CapturesApi;
import io.kaimen.contracts.channel.PaymentCaptured;
import io.kaimen.service.problem.Problem;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.context.annotation.Primary;
import org.springframework.http.HttpStatus;

/**
 * Channel-service and the platform behind it, as account-service sees them: services do not import
 * each other. Every order is authorised; what is done to it is remembered, and answers get lost or
 * calls refused as a test wants.
 */
@Primary
@TestComponent
public class PlayedPlatform implements CapturesApi, AuthorisationsApi {

    private final Map<String, PlatformOrder> orders = new ConcurrentHashMap<>();
    private final Map<String, List<Capture>> captures = new ConcurrentHashMap<>();
    private final Map<String, Integer> cancels = new ConcurrentHashMap<>();
    private final Set<String> losing = ConcurrentHashMap.newKeySet();
    private final Set<String> refusing = ConcurrentHashMap.newKeySet();

    /** The next answer about this order does not arrive; what was asked for happens. */
    public void loseNextAnswer(String orderNo) {
        losing.add(orderNo);
    }

    /** Captures of this order are refused, until told otherwise. */
    public void refuse(String orderNo, boolean refuse) {
        if (refuse) {
            refusing.add(orderNo);
        } else {
            refusing.remove(orderNo);
        }
    }

    /** The order stands like this at the platform from now on. */
    public void put(String orderNo, State state, @Nullable Money total) {
        String transactionId = state == State.PAID ? transactionId(orderNo) : null;
        Instant paidAt = state == State.PAID ? Instant.now() : null;
        orders.put(
                orderNo,
                new PlatformOrder(orderNo, Platform.WECHAT, state, total, transactionId, paidAt));
    }

    /** The platform collects; gives what it would notify us of. */
    public PaymentCaptured collects(String orderNo) {
        Money total = query(Platform.WECHAT, orderNo).total();
        if (total == null) {
            throw new IllegalStateException(orderNo + " was not captured");
        }
        put(orderNo, State.PAID, total);
        return new PaymentCaptured(
                orderNo, Platform.WECHAT, total, transactionId(orderNo), Instant.now());
    }

    public List<Capture> capturesOf(String orderNo) {
        List<Capture> asked = captures.getOrDefault(orderNo, List.of());
        synchronized (asked) {
            return List.copyOf(asked);
        }
    }

    public int cancelsOf(String orderNo) {
        return cancels.getOrDefault(orderNo, 0);
    }

    public static String transactionId(String orderNo) {
        return "4200-" + orderNo;
    }

    @Override
    public PlatformOrder capture(Capture request) {
        if (refusing.contains(request.orderNo())) {
            throw new Problem(HttpStatus.CONFLICT, "capture-refused", "risk");
        }
        List<Capture> asked =
                captures.computeIfAbsent(request.orderNo(), orderNo -> new ArrayList<>());
        synchronized (asked) {
            asked.add(request);
        }
        put(request.orderNo(), State.CAPTURING, request.total());
        return answer(request.orderNo());
    }

    @Override
    public PlatformOrder query(Platform platform, String orderNo) {
        return answer(orderNo);
    }

    @Override
    public PlatformOrder cancel(CancelAuthorisation request) {
        cancels.merge(request.orderNo(), 1, Integer::sum);
        put(request.orderNo(), State.CANCELLED, null);
        return answer(request.orderNo());
    }

    @Override
    public AuthorisationAnswer create(CreateAuthorisation request) {
        throw new UnsupportedOperationException("account-service creates none");
    }

    private PlatformOrder answer(String orderNo) {
        if (losing.remove(orderNo)) {
            throw new RetryableException(
                    -1,
                    "read timed out",
                    Request.HttpMethod.POST,
                    (Long) null,
                    Request.create(
                            Request.HttpMethod.POST,
                            "http://channel-service",
                            Map.of(),
                            new byte[0],
                            StandardCharsets.UTF_8,
                            null));
        }
        return orders.getOrDefault(
                orderNo,
                new PlatformOrder(orderNo, Platform.WECHAT, State.AUTHORISED, null, null, null));
    }
}
