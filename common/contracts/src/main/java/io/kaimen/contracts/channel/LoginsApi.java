package io.kaimen.contracts.channel;

import io.kaimen.contracts.Platform;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;

/** Mini-program logins at the platforms. */
public interface LoginsApi {

    /** Exchanges a mini-program's single-use code for the person's openid. */
    @PostMapping("/internal/logins")
    LoginAnswer exchange(@RequestBody ExchangeCode request);

    /** A code as {@code wx.login} gave it. */
    record ExchangeCode(Platform platform, String code) {}

    /**
     * The openid, or the platform's refusal.
     *
     * @param openid null when refused
     * @param refusal the platform's error in short; null when it answered
     */
    record LoginAnswer(@Nullable String openid, @Nullable String refusal) {}
}
