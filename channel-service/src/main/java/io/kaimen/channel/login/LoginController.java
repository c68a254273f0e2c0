package io.kaimen.channel.login;

import io.kaimen.channel.platform.PlatformNotAvailable;
import io.kaimen.contracts.channel.LoginsApi;
import org.springframework.web.bind.annotation.RestController;

/** Answers the other services' logins. */
@RestController
class LoginController implements LoginsApi {

    private final MiniProgramLogin wechat;

    LoginController(MiniProgramLogin wechat) {
        this.wechat = wechat;
    }

    @Override
    public LoginAnswer exchange(ExchangeCode request) {
        return switch (request.platform()) {
            case WECHAT -> wechat.exchange(request.code());
            case ALIPAY -> throw new PlatformNotAvailable(request.platform());
        };
    }
}
