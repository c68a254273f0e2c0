package io.kaimen.local.chaos;

import io.kaimen.local.chaos.Attempt.Intention;
import io.kaimen.local.instance.Instance;
import io.kaimen.local.shop.Demo;
import io.kaimen.local.shop.Take;
import io.kaimen.local.shop.VirtualCabinets;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CopyOnWriteArrayList;

/** Shoppers who buy one after the other, one at each cabinet, until the shop closes. */
final class Crowd {

    private static final int LEAST_REST_MS = 500;
    private static final int MOST_REST_MS = 4_000;

    /** Per hundred purchases. */
    private static final int TAKES_NOTHING = 10;

    private static final int DOES_NOT_PULL = 4;
    private static final int DOES_NOT_CONFIRM = 2;

    private final Instance instance;
    private final VirtualCabinets cabinets;
    private final Ambush ambush;
    private final Clock clock;
    private final String name;
    private final List<Attempt> attempts = new CopyOnWriteArrayList<>();
    private final List<Thread> shoppers = new ArrayList<>();
    private volatile boolean closed;

    /**
     * @param name of which every shopper's begins
     */
    Crowd(Instance instance, VirtualCabinets cabinets, Ambush ambush, Clock clock, String name) {
        this.instance = instance;
        this.cabinets = cabinets;
        this.ambush = ambush;
        this.clock = clock;
        this.name = name;
    }

    /** Sends one shopper to each of these cabinets. */
    void open(List<String> sns, long seed) {
        for (int i = 0; i < sns.size(); i++) {
            var sn = sns.get(i);
            var random = new Random(seed * 1_000 + i);
            shoppers.add(Thread.ofVirtual().name(sn).start(() -> shopAt(sn, random)));
        }
    }

    /** From now on nobody begins a purchase; returns when the last one has ended. */
    void close() throws InterruptedException {
        closed = true;
        for (var shopper : shoppers) {
            shopper.join();
        }
    }

    List<Attempt> attempts() {
        return attempts;
    }

    private void shopAt(String sn, Random random) {
        var customer = new Customer(instance, cabinets, ambush, clock, name + "-" + sn);
        try {
            while (!closed) {
                int door = 1 + random.nextInt(Demo.doors().size());
                var intention = intention(door, random);
                var attempt = new Attempt(sn, door, intention, clock.instant());
                ambush.sights(attempt);
                attempts.add(attempt);
                buy(customer, attempt);
                rest(random);
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    /** What goes wrong with the simulator or the sandbox ends the purchase, not the shopper. */
    private static void buy(Customer customer, Attempt attempt) throws InterruptedException {
        try {
            customer.buy(attempt);
        } catch (RuntimeException failed) {
            attempt.refused(String.valueOf(failed.getMessage()));
        }
    }

    /** Somebody who is lain in wait for does nothing odd, and takes the time to be seen. */
    private Intention intention(int door, Random random) {
        var takes = takes(door, random);
        int odd = random.nextInt(100);
        if (ambush.isOpen()) {
            return new Intention(takes, true, true, true);
        }
        return new Intention(
                odd < TAKES_NOTHING ? List.of() : takes,
                odd < 100 - DOES_NOT_CONFIRM,
                odd < TAKES_NOTHING || odd >= TAKES_NOTHING + DOES_NOT_PULL,
                false);
    }

    private static List<Take> takes(int door, Random random) {
        var slots = new ArrayList<>(Demo.behind(door));
        Collections.shuffle(slots, random);
        return slots.stream()
                .limit(1 + random.nextInt(2))
                .map(slot -> new Take(slot.lane(), 1 + random.nextInt(2)))
                .toList();
    }

    private void rest(Random random) throws InterruptedException {
        int millis = random.nextInt(LEAST_REST_MS, MOST_REST_MS);
        // Nobody keeps an ambush waiting.
        for (int rested = 0; rested < millis && !closed && !ambush.isOpen(); rested += 100) {
            Thread.sleep(100);
        }
    }
}
