package io.kaimen.order.shopper;

import feign.FeignException;
import io.kaimen.contracts.Platform;
import io.kaimen.contracts.channel.LoginsApi.ExchangeCode;
import io.kaimen.contracts.channel.LoginsApi.LoginAnswer;
import io.kaimen.order.Numbers;
import io.kaimen.order.StillInGlobalTransaction;
import io.kaimen.service.problem.RemoteProblem;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Component;

/** Logs a person in by their mini-program's code; the first time they become a shopper. */
@Component
class LogIn {

    private static final Logger log = LoggerFactory.getLogger(LogIn.class);

    /** Only a first login that fails under ours makes a second try necessary. */
    private static final int TRIES = 3;

    private final Logins logins;
    private final Shoppers shoppers;
    private final FirstLogin firstLogin;
    private final Numbers numbers;
    private final Clock clock;

    LogIn(Logins logins, Shoppers shoppers, FirstLogin firstLogin, Numbers numbers, Clock clock) {
        this.logins = logins;
        this.shoppers = shoppers;
        this.firstLogin = firstLogin;
        this.numbers = numbers;
        this.clock = clock;
    }

    /** What became of a login. */
    sealed interface Result {

        record LoggedIn(Shopper shopper, boolean firstLogin) implements Result {}

        /** The platform does not know the code (any more). */
        record Refused() implements Result {}

        /** A service did not answer; with a new code it may. */
        record Unavailable() implements Result {}
    }

    Result logIn(Platform platform, String code) {
        LoginAnswer answer;
        try {
            answer = logins.exchange(new ExchangeCode(platform, code));
        } catch (FeignException | RemoteProblem e) {
            log.warn("code exchange unanswered: {}", e.toString());
            return new Result.Unavailable();
        }
        String openid = answer.openid();
        if (openid == null) {
            log.info("login refused: {}", answer.refusal());
            return new Result.Refused();
        }
        try {
            return old(platform, openid).orElseGet(() -> young(platform, openid));
        } catch (StillInGlobalTransaction e) {
            log.warn("another first login of this person does not end", e);
            return new Result.Unavailable();
        }
    }

    private Optional<Result> old(Platform platform, String openid) {
        return shoppers.findOld(platform, openid)
                .map(shopper -> new Result.LoggedIn(shopper, false));
    }

    private Result young(Platform platform, String openid) {
        for (int i = 0; i < TRIES; i++) {
            Optional<Shopper> settled = shoppers.findSettled(platform, openid);
            if (settled.isPresent()) {
                return new Result.LoggedIn(settled.get(), false);
            }
            Optional<Result> first = first(platform, openid);
            if (first.isPresent()) {
                return first.get();
            }
        }
        return new Result.Unavailable();
    }

    /**
     * @return empty when another first login of this person got there first: look again, which
     *     waits for its end
     */
    private Optional<Result> first(Platform platform, String openid) {
        var shopper =
                new Shopper(
                        numbers.next(),
                        platform,
                        openid,
                        clock.instant().truncatedTo(ChronoUnit.MILLIS));
        try {
            firstLogin.create(shopper);
            return Optional.of(new Result.LoggedIn(shopper, true));
        } catch (DuplicateKeyException beaten) {
            return Optional.empty();
        } catch (RuntimeException e) {
            // Account-service did not answer, or Seata's server: nothing of it stays.
            log.warn("no account, so no shopper: {}", e.toString());
            return Optional.of(new Result.Unavailable());
        }
    }
}
