package io.kaimen.order.shopper;

import io.kaimen.contracts.Platform;
import io.kaimen.order.StillInGlobalTransaction;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import org.apache.seata.spring.annotation.GlobalLock;
import org.springframework.stereotype.Repository;

/** All shoppers. */
@Repository
public class Shoppers {

    /** A first login is over by then, or rolled back: above its global transaction's timeout. */
    private static final Duration SETTLED_AGE = Duration.ofMinutes(1);

    private final ShopperMapper shoppers;
    private final Clock clock;

    Shoppers(ShopperMapper shoppers, Clock clock) {
        this.shoppers = shoppers;
        this.clock = clock;
    }

    /**
     * The shopper a token names.
     *
     * @throws ShopperGone when there is none (any more)
     */
    public Shopper get(String id) {
        Shopper shopper = shoppers.find(id);
        if (shopper == null) {
            throw new ShopperGone();
        }
        return shopper;
    }

    /**
     * @throws org.springframework.dao.DuplicateKeyException when the person has one already
     */
    void add(Shopper shopper) {
        shoppers.add(shopper);
    }

    /** Finds a shopper whose first login is certainly over. */
    Optional<Shopper> findOld(Platform platform, String openid) {
        return Optional.ofNullable(shoppers.byOpenid(platform, openid))
                .filter(found -> found.createdAt().isBefore(clock.instant().minus(SETTLED_AGE)));
    }

    /**
     * Finds a shopper, waiting for the end of a first login that may be going on: its row shows
     * before the account is certain, and vanishes if that fails.
     *
     * @throws StillInGlobalTransaction when it has not ended after three seconds
     */
    @GlobalLock(lockRetryInterval = 50, lockRetryTimes = 60)
    public Optional<Shopper> findSettled(Platform platform, String openid) {
        return Optional.ofNullable(shoppers.byOpenid(platform, openid))
                .map(found -> StillInGlobalTransaction.orResult(() -> shoppers.lock(found.id())));
    }
}
