package io.kaimen.order.played;

import io.kaimen.contracts.Money;
import io.kaimen.contracts.device.DoorClaimsApi;
import io.kaimen.contracts.device.DoorOffersApi;
import io.kaimen.contracts.device.DoorSessionMoved;
import io.kaimen.contracts.device.DoorSessionsApi;
import io.kaimen.contracts.device.LiveDoorsApi;
import io.kaimen.service.problem.Problem;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.RestController;

/** Device-service; every cabinet is there unless told otherwise. */
@RestController
public class PlayedDevice implements DoorClaimsApi, DoorOffersApi, DoorSessionsApi, LiveDoorsApi {

    private final Map<String, String> holders = new ConcurrentHashMap<>();
    private final Map<String, Outcome> refused = new ConcurrentHashMap<>();
    private final Map<String, List<DoorSessionMoved>> moves = new ConcurrentHashMap<>();
    private final Map<String, List<DoorSessionMoved>> late = new ConcurrentHashMap<>();
    private final Map<String, LiveDoor> scales = new ConcurrentHashMap<>();
    private final AtomicLong fence = new AtomicLong();
    private volatile @Nullable Stall stall;
    private volatile boolean keepsClaims;

    /** Answers claims on this cabinet so from now on. */
    public void refuses(String sn, Outcome outcome) {
        refused.put(sn, outcome);
    }

    /** Does not answer the next claim after making it, until closed. */
    public Stall stall() {
        var fresh = new Stall();
        stall = fresh;
        return fresh;
    }

    /** From now on (not) failing to give claims back. */
    public void keepsClaims(boolean on) {
        keepsClaims = on;
    }

    public boolean isClaimed(String sn, int door) {
        return holders.containsKey(sn + ":" + door);
    }

    /** Somebody else's claim. */
    public void claimedBy(String sn, int door, String holder) {
        holders.put(sn + ":" + door, holder);
    }

    /** What the order's scales say from now on; null: nothing can be had. */
    public void weighs(String orderNo, @Nullable LiveDoor live) {
        if (live == null) {
            scales.remove(orderNo);
        } else {
            scales.put(orderNo, live);
        }
    }

    @Override
    public LiveDoor live(String orderNo) {
        LiveDoor live = scales.get(orderNo);
        if (live == null) {
            throw new IllegalStateException("told to fail");
        }
        return live;
    }

    /** What became of the order's door. */
    public void knows(String orderNo, List<DoorSessionMoved> told) {
        moves.put(orderNo, told);
    }

    /** The same, which shows only after a try to give the claim back. */
    public void knowsTooLateToRelease(String orderNo, List<DoorSessionMoved> told) {
        late.put(orderNo, told);
    }

    @Override
    public List<DoorSessionMoved> moves(String orderNo) {
        return moves.getOrDefault(orderNo, List.of());
    }

    @Override
    public ClaimAnswer claim(ClaimDoor request) {
        Outcome refusal = refused.get(request.sn());
        if (refusal != null) {
            return new ClaimAnswer(refusal, 0, null);
        }
        String before = holders.putIfAbsent(request.sn() + ":" + request.door(), request.holder());
        if (before != null && !before.equals(request.holder())) {
            return new ClaimAnswer(Outcome.DOOR_IN_USE, 0, null);
        }
        Stall now = stall;
        if (now != null) {
            stall = null;
            now.here();
        }
        return new ClaimAnswer(Outcome.CLAIMED, fence.incrementAndGet(), "lock-token");
    }

    @Override
    public void release(ReleaseClaim request) {
        if (keepsClaims) {
            throw new IllegalStateException("told to fail");
        }
        List<DoorSessionMoved> began = late.remove(request.holder());
        if (began != null) {
            moves.put(request.holder(), began);
            return;
        }
        holders.remove(request.sn() + ":" + request.door(), request.holder());
    }

    @Override
    public DoorOffer offer(String sn, int door) {
        if (refused.get(sn) == Outcome.UNKNOWN_CABINET) {
            throw new Problem(HttpStatus.NOT_FOUND, "unknown-cabinet", "No cabinet " + sn);
        }
        return new DoorOffer(
                sn,
                door,
                "Cabinet " + sn,
                "SITE-1",
                true,
                List.of(
                        new LaneOffer(1, "COLA-330", "可乐 330ml", null, Money.ofFen(350), 8),
                        new LaneOffer(2, "TEA-500", "绿茶 500ml", null, Money.ofFen(400), 0)));
    }
}
