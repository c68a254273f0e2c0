package io.kaimen.sandbox.wechat.payscore;

import io.kaimen.sandbox.wechat.payscore.order.Confirmation;
import io.kaimen.sandbox.wechat.payscore.order.Order;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Finds orders by everything they are asked for. */
final class OrderIndex {

    private final Map<String, Order> byNumber = new LinkedHashMap<>();
    private final Map<String, String> numberByPackage = new HashMap<>();
    private final Map<String, String> numberByQueryId = new HashMap<>();
    private final Map<String, Set<String>> unfinishedByOpenid = new HashMap<>();

    synchronized void put(Order order) {
        String number = order.outOrderNo();
        byNumber.put(number, order);
        numberByPackage.put(order.packageToken(), number);
        numberByQueryId.put(order.queryId(), number);
        Confirmation confirmation = order.stage().confirmation();
        if (confirmation != null) {
            Set<String> unfinished =
                    unfinishedByOpenid.computeIfAbsent(
                            confirmation.openid(), openid -> new LinkedHashSet<>());
            if (order.stage().ended()) {
                unfinished.remove(number);
            } else {
                unfinished.add(number);
            }
            if (unfinished.isEmpty()) {
                unfinishedByOpenid.remove(confirmation.openid());
            }
        }
    }

    synchronized Optional<Order> byNumber(String number) {
        return Optional.ofNullable(byNumber.get(number));
    }

    synchronized Optional<Order> byPackage(String packageToken) {
        return Optional.ofNullable(numberByPackage.get(packageToken)).map(byNumber::get);
    }

    synchronized Optional<Order> byQueryId(String queryId) {
        return Optional.ofNullable(numberByQueryId.get(queryId)).map(byNumber::get);
    }

    synchronized List<Order> unfinishedOf(String openid) {
        return unfinishedByOpenid.getOrDefault(openid, Set.of()).stream()
                .map(byNumber::get)
                .toList();
    }

    synchronized List<Order> all() {
        return new ArrayList<>(byNumber.values());
    }
}
