package io.kaimen.order.played;

import io.kaimen.contracts.Platform;
import io.kaimen.contracts.channel.AuthorisationsApi;
import io.kaimen.contracts.channel.AuthorisationsApi.PlatformOrder.State;
import io.kaimen.contracts.channel.LoginsApi;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import org.springframework.web.bind.annotation.RestController;

/** Channel-service and the platform behind it. */
@RestController
public class PlayedChannel implements LoginsApi, AuthorisationsApi {

    private final Map<String, State> orders = new ConcurrentHashMap<>();
    private final List<String> calls = new CopyOnWriteArrayList<>();
    private final Map<String, Runnable> meanwhile = new ConcurrentHashMap<>();
    private volatile boolean silent;
    private volatile boolean refusing;

    /** From now on (not) failing every call on authorisations. */
    public void silent(boolean on) {
        silent = on;
    }

    /** From now on (not) refusing to vouch. */
    public void refusing(boolean on) {
        refusing = on;
    }

    /** The shopper did something at the platform, or it did by itself. */
    public void becomes(String orderNo, State state) {
        orders.put(orderNo, state);
    }

    /** What happens elsewhere between the order's next cancellation and its answer. */
    public void whileCancelling(String orderNo, Runnable happening) {
        meanwhile.put(orderNo, happening);
    }

    public State stateOf(String orderNo) {
        return orders.getOrDefault(orderNo, State.NOT_FOUND);
    }

    /** What it was asked about an order, such as {@code query}, in order. */
    public List<String> callsAbout(String orderNo) {
        return calls.stream()
                .filter(call -> call.endsWith(" " + orderNo))
                .map(call -> call.substring(0, call.indexOf(' ')))
                .toList();
    }

    @Override
    public LoginAnswer exchange(ExchangeCode request) {
        return request.code().startsWith("code of ")
                ? new LoginAnswer(request.code().substring("code of ".length()), null)
                : new LoginAnswer(null, "40029 invalid code");
    }

    @Override
    public AuthorisationAnswer create(CreateAuthorisation request) {
        asked("create", request.orderNo());
        if (refusing) {
            return new AuthorisationAnswer(Outcome.REFUSED, Map.of(), "综合评估未通过");
        }
        orders.putIfAbsent(request.orderNo(), State.CREATED);
        return new AuthorisationAnswer(
                Outcome.CREATED, Map.of("package", "package of " + request.orderNo()), null);
    }

    @Override
    public PlatformOrder query(Platform platform, String orderNo) {
        asked("query", orderNo);
        return answer(platform, orderNo);
    }

    @Override
    public PlatformOrder cancel(CancelAuthorisation request) {
        asked("cancel", request.orderNo());
        orders.computeIfPresent(request.orderNo(), (no, state) -> State.CANCELLED);
        Runnable happening = meanwhile.remove(request.orderNo());
        if (happening != null) {
            happening.run();
        }
        return answer(request.platform(), request.orderNo());
    }

    private void asked(String what, String orderNo) {
        calls.add(what + " " + orderNo);
        if (silent) {
            throw new IllegalStateException("told to be silent");
        }
    }

    private PlatformOrder answer(Platform platform, String orderNo) {
        return new PlatformOrder(orderNo, platform, stateOf(orderNo), null, null, null);
    }
}
