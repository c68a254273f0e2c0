package io.kaimen.order.shopper;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.kaimen.contracts.Platform;
import io.kaimen.order.Numbers;
import io.kaimen.order.StillInGlobalTransaction;
import io.kaimen.order.played.Caller;
import io.kaimen.order.played.OnOrderService;
import java.time.Clock;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.apache.seata.core.exception.TransactionException;
import org.apache.seata.tm.api.GlobalTransaction;
import org.apache.seata.tm.api.GlobalTransactionContext;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@OnOrderService
class ShoppersIT {

    private final Shoppers shoppers;
    private final Numbers numbers;
    private final Clock clock;

    @Autowired
    ShoppersIT(Shoppers shoppers, Numbers numbers, Clock clock) {
        this.shoppers = shoppers;
        this.numbers = numbers;
        this.clock = clock;
    }

    @Test
    void aShopperWhoseGlobalTransactionGoesOnIsNotGivenOut() throws TransactionException {
        String openid = Caller.newOpenid();
        GlobalTransaction global = GlobalTransactionContext.createNew();
        global.begin(20_000, "test");
        try {
            shoppers.add(new Shopper(numbers.next(), Platform.WECHAT, openid, clock.instant()));

            var elsewhere =
                    CompletableFuture.supplyAsync(
                            () -> shoppers.findSettled(Platform.WECHAT, openid));

            assertThatExceptionOfType(CompletionException.class)
                    .isThrownBy(elsewhere::join)
                    .withCauseInstanceOf(StillInGlobalTransaction.class);
        } finally {
            global.rollback();
        }
        assertThat(shoppers.findSettled(Platform.WECHAT, openid)).isEmpty();
    }
}
