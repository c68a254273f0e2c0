package io.kaimen.local.check.rule;

import io.kaimen.local.check.source.PlatformOrders;
import java.util.List;
import java.util.Optional;

/** A platform that was never asked for anything. */
class NoOrders implements PlatformOrders {

    @Override
    public Optional<PlatformOrder> find(String orderNo) {
        return Optional.empty();
    }

    @Override
    public List<Listed> all() {
        return List.of();
    }
}
