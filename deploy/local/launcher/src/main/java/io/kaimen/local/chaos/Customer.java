package io.kaimen.local.chaos;

import io.kaimen.local.instance.Instance;
import io.kaimen.local.shop.Http;
import io.kaimen.local.shop.Shopper;
import io.kaimen.local.shop.VirtualCabinets;
import io.kaimen.local.shop.VirtualCabinets.Manners;
import io.kaimen.local.shop.Waiting;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Makes one purchase as somebody with a phone would: taps again when nobody answers, and looks at
 * the phone until the order has ended.
 */
final class Customer {

    /** An answer that may be lost is asked for so long; afterwards the shopper walks away. */
    private static final Duration TAPS_FOR = Duration.ofSeconds(60);

    private static final Duration TAPS_EVERY = Duration.ofSeconds(1);

    /** Longer than every timer that a purchase of these may run into. */
    private static final Duration WATCHES_FOR = Duration.ofMinutes(4);

    private static final Duration LOOKS_EVERY = Duration.ofMillis(700);
    private static final Duration WATCHED_LOOKS_EVERY = Duration.ofMillis(120);
    private static final Manners SLOW = new Manners(true, 300, 1_500, 1_500);
    private static final Manners SHY = new Manners(false, 0, 0, 0);
    private static final Set<String> PAYMENT_DECIDED = Set.of("PAID", "NOTHING_DUE", "FAILED");

    private final Instance instance;
    private final VirtualCabinets cabinets;
    private final Ambush ambush;
    private final Clock clock;
    private final String openid;
    private @Nullable Shopper shopper;

    Customer(
            Instance instance,
            VirtualCabinets cabinets,
            Ambush ambush,
            Clock clock,
            String openid) {
        this.instance = instance;
        this.cabinets = cabinets;
        this.ambush = ambush;
        this.clock = clock;
        this.openid = openid;
    }

    /** Returns when the order has ended, or the shopper's patience has. */
    void buy(Attempt attempt) throws InterruptedException {
        try {
            var asked = expect(attempt);
            var placed = asked ? place(attempt) : Optional.<JsonNode>empty();
            if (placed.isPresent()) {
                var orderNo = placed.get().path("orderNo").asString();
                attempt.placed(orderNo);
                ambush.reached(attempt, Stage.AUTHORISING);
                confirm(attempt, placed.get());
                watch(attempt, orderNo);
                remember(attempt);
            }
        } finally {
            attempt.ended(clock.instant());
            ambush.left(attempt);
        }
    }

    /** False when the cabinet still has somebody at the door. */
    private boolean expect(Attempt attempt) throws InterruptedException {
        var intention = attempt.intention();
        var manners = !intention.pulls() ? SHY : intention.lingers() ? SLOW : Manners.BRISK;
        try {
            cabinets.expect(attempt.sn(), attempt.door(), intention.takes(), manners);
            return true;
        } catch (Http.CallRefused occupied) {
            attempt.refused("somebody-at-the-door");
            return false;
        }
    }

    private Optional<JsonNode> place(Attempt attempt) throws InterruptedException {
        ambush.reached(attempt, Stage.SCANNED);
        var answer = Waiting.until(TAPS_FOR, TAPS_EVERY, () -> tap(attempt).filter(this::isClear));
        if (answer.isEmpty()) {
            attempt.refused("no-answer");
            return Optional.empty();
        }
        if (!answer.get().succeeded()) {
            attempt.refused(answer.get().body().path("code").asString("without-code"));
            return Optional.empty();
        }
        return answer.map(Http.Answer::body);
    }

    private Optional<Http.Answer> tap(Attempt attempt) throws InterruptedException {
        try {
            return Optional.of(loggedIn().place(attempt.sn(), attempt.door()));
        } catch (Http.Unreachable | Http.CallRefused away) {
            return Optional.empty();
        }
    }

    private boolean isClear(Http.Answer answer) {
        return answer.status() / 100 != 5;
    }

    private Shopper loggedIn() throws InterruptedException {
        var known = shopper;
        if (known == null) {
            known = Shopper.logIn(instance, openid);
            shopper = known;
        }
        return known;
    }

    private void confirm(Attempt attempt, JsonNode placed) throws InterruptedException {
        if (!attempt.intention().confirms()) {
            return;
        }
        try {
            loggedIn().confirm(placed);
        } catch (Http.CallRefused confirmedBefore) {
            // A package is good once; the answer to an earlier tap was lost.
        }
        ambush.reached(attempt, Stage.CONFIRMED);
    }

    private void watch(Attempt attempt, String orderNo) throws InterruptedException {
        var end = clock.instant().plus(WATCHES_FOR);
        while (clock.instant().isBefore(end)) {
            var order = loggedIn().order(orderNo);
            if (ambush.watches(attempt)) {
                tell(attempt, order);
            }
            if (order.filter(Customer::hasEnded).isPresent()) {
                return;
            }
            Thread.sleep(ambush.watches(attempt) ? WATCHED_LOOKS_EVERY : LOOKS_EVERY);
        }
    }

    private void tell(Attempt attempt, Optional<JsonNode> order) throws InterruptedException {
        switch (visit(attempt).path("state").asString("")) {
            case "UNLOCKED" -> ambush.reached(attempt, Stage.UNLOCKED);
            case "OPEN" -> ambush.reached(attempt, Stage.OPEN);
            case "CLOSED" -> ambush.reached(attempt, Stage.CLOSED);
            default -> {
                // Nothing anybody waits for.
            }
        }
        order.filter(it -> it.path("status").asString("").equals("SETTLED"))
                .ifPresent(settled -> ambush.reached(attempt, Stage.CAPTURING));
    }

    /** An abnormal order has not ended: somebody has to move it on. */
    private static boolean hasEnded(JsonNode order) {
        var status = order.path("status").asString("");
        return status.equals("CANCELLED")
                || status.equals("SETTLED")
                        && PAYMENT_DECIDED.contains(order.path("paymentStatus").asString(""));
    }

    private void remember(Attempt attempt) throws InterruptedException {
        var visit = visit(attempt);
        var goods = new HashMap<Integer, Integer>();
        // An unlock of before the tap was for another order.
        boolean ours = time(visit.path("unlockedAt")).isAfter(attempt.begunAt());
        if (ours) {
            for (var touch : visit.path("touches")) {
                goods.merge(touch.path("lane").asInt(), touch.path("count").asInt(), Integer::sum);
            }
        }
        attempt.visited(ours ? visit.path("command").asString(null) : null, Map.copyOf(goods));
    }

    private JsonNode visit(Attempt attempt) throws InterruptedException {
        return cabinets.visit(attempt.sn(), attempt.door());
    }

    private static Instant time(JsonNode text) {
        return text.isString() ? Instant.parse(text.asString()) : Instant.MIN;
    }
}
