package io.kaimen.sandbox.wechat.payscore;

import io.kaimen.sandbox.wechat.payscore.order.Confirmation;
import io.kaimen.sandbox.wechat.payscore.order.Order;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Finds orders by everything they are asked for. Orders that have ended are left in the journal and
 * read again when somebody asks: there is no end to them, and to memory there is.
 */
final class OrderIndex {

    private final Filing filing;
    private final Map<String, Place> byNumber = new LinkedHashMap<>();
    private final Map<String, String> numberByPackage = new HashMap<>();
    private final Map<String, String> numberByQueryId = new HashMap<>();
    private final Map<String, Set<String>> unfinishedByOpenid = new HashMap<>();

    /** Reads an order of that number at that position of the journal. */
    interface Filing {
        Order read(String number, long position);
    }

    private sealed interface Place {}

    private record InMemory(Order order) implements Place {}

    private record Filed(long position) implements Place {}

    OrderIndex(Filing filing) {
        this.filing = filing;
    }

    /** Takes an order as it is at that position of the journal. */
    synchronized void put(Order order, long position) {
        String number = order.outOrderNo();
        boolean ended = order.stage().ended();
        byNumber.put(number, ended ? new Filed(position) : new InMemory(order));
        numberByPackage.put(order.packageToken(), number);
        numberByQueryId.put(order.queryId(), number);
        Confirmation confirmation = order.stage().confirmation();
        if (confirmation != null) {
            putOfPerson(confirmation.openid(), number, ended);
        }
    }

    private void putOfPerson(String openid, String number, boolean ended) {
        Set<String> unfinished =
                unfinishedByOpenid.computeIfAbsent(openid, same -> new LinkedHashSet<>());
        if (ended) {
            unfinished.remove(number);
        } else {
            unfinished.add(number);
        }
        if (unfinished.isEmpty()) {
            unfinishedByOpenid.remove(openid);
        }
    }

    synchronized Optional<Order> byNumber(String number) {
        return Optional.ofNullable(byNumber.get(number)).map(place -> at(place, number));
    }

    synchronized Optional<Order> byPackage(String packageToken) {
        return Optional.ofNullable(numberByPackage.get(packageToken)).flatMap(this::byNumber);
    }

    synchronized Optional<Order> byQueryId(String queryId) {
        return Optional.ofNullable(numberByQueryId.get(queryId)).flatMap(this::byNumber);
    }

    synchronized List<Order> unfinishedOf(String openid) {
        return orders(unfinishedByOpenid.getOrDefault(openid, Set.of()).stream());
    }

    /** All that have not ended. */
    synchronized List<Order> unfinished() {
        return byNumber.values().stream()
                .filter(InMemory.class::isInstance)
                .map(InMemory.class::cast)
                .map(InMemory::order)
                .toList();
    }

    /** The latest: created last, or changed last before the sandbox was started. */
    synchronized List<Order> latest(int limit) {
        return orders(List.copyOf(byNumber.keySet()).reversed().stream().limit(limit));
    }

    private List<Order> orders(Stream<String> numbers) {
        return numbers.map(this::byNumber).flatMap(Optional::stream).toList();
    }

    private Order at(Place place, String number) {
        return switch (place) {
            case InMemory(Order order) -> order;
            case Filed(long position) -> filing.read(number, position);
        };
    }
}
