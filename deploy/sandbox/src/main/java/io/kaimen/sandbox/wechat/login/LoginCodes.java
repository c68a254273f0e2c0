package io.kaimen.sandbox.wechat.login;

import io.kaimen.sandbox.journal.Journal;
import io.kaimen.sandbox.journal.JournalEntry;
import io.kaimen.sandbox.time.PlatformClock;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** The codes of people who are logging in: good once, for five minutes. */
@Component
public class LoginCodes {

    /** How long a code is good. */
    public static final Duration LIFE = Duration.ofMinutes(5);

    private static final String KIND = "code";

    private final Journal journal;
    private final PlatformClock clock;
    private final SecureRandom random = new SecureRandom();

    /** Oldest first. */
    private final Map<String, LoginCode> codes = new LinkedHashMap<>();

    LoginCodes(Journal journal, PlatformClock clock) {
        this.journal = journal;
        this.clock = clock;
        journal.restore(
                KIND, LoginCode.class, code -> codes.put(code.value().code(), code.value()));
    }

    record LoginCode(String code, String openid, Instant expiresAt, boolean used) {}

    /** What redeeming a code comes to. */
    sealed interface Redemption {
        /** The code was good. */
        record Redeemed(String openid) implements Redemption {}

        /** There is no such code, or not any more. */
        record Unknown() implements Redemption {}

        /** Somebody has redeemed it before. */
        record AlreadyUsed() implements Redemption {}
    }

    /** Makes a code for a person, as {@code wx.login} does. */
    public synchronized String issue(String openid) {
        Instant now = clock.instant();
        forgetExpired(now);
        byte[] drawn = new byte[24];
        random.nextBytes(drawn);
        String code = Base64.getUrlEncoder().encodeToString(drawn);
        remember(new LoginCode(code, openid, now.plus(LIFE), false));
        return code;
    }

    /** Uses a code up. */
    synchronized Redemption redeem(String text) {
        LoginCode code = codes.get(text);
        if (code == null || code.expiresAt().isBefore(clock.instant())) {
            return new Redemption.Unknown();
        }
        if (code.used()) {
            return new Redemption.AlreadyUsed();
        }
        remember(new LoginCode(code.code(), code.openid(), code.expiresAt(), true));
        return new Redemption.Redeemed(code.openid());
    }

    private void forgetExpired(Instant now) {
        List<String> expired =
                codes.values().stream()
                        .takeWhile(code -> code.expiresAt().isBefore(now))
                        .map(LoginCode::code)
                        .toList();
        if (!expired.isEmpty()) {
            journal.append(
                    expired.stream().map(code -> JournalEntry.forgotten(KIND, code)).toList());
            codes.keySet().removeAll(expired);
        }
    }

    private void remember(LoginCode code) {
        journal.append(List.of(new JournalEntry(KIND, code.code(), code)));
        codes.put(code.code(), code);
    }
}
