package io.kaimen.order.shopper;

import io.kaimen.contracts.Platform;
import io.kaimen.order.OrderProperties;
import io.kaimen.order.Words;
import io.kaimen.service.problem.Problem;
import io.kaimen.service.security.Role;
import io.kaimen.service.security.Tokens;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** Mini-program login. */
@RestController
class LoginController {

    private final LogIn logIn;
    private final Tokens tokens;
    private final OrderProperties properties;
    private final Words words;

    LoginController(LogIn logIn, Tokens tokens, OrderProperties properties, Words words) {
        this.logIn = logIn;
        this.tokens = tokens;
        this.properties = properties;
        this.words = words;
    }

    /** A code as {@code wx.login} gave it. */
    record Code(@NotNull Platform platform, @NotBlank @Size(max = 128) String code) {}

    /** The shopper's bearer token. */
    record LoggedIn(String token, String shopperId, boolean firstLogin) {}

    /** The platform refused the code. */
    static final class LoginRefused extends Problem {

        private static final long serialVersionUID = 1;

        LoginRefused(String message) {
            super(HttpStatus.UNAUTHORIZED, "login-refused", message);
        }
    }

    /** Somebody who is needed for a login did not answer. */
    static final class LoginUnavailable extends Problem {

        private static final long serialVersionUID = 1;

        LoginUnavailable(String message) {
            super(HttpStatus.SERVICE_UNAVAILABLE, "login-unavailable", message);
        }
    }

    @PostMapping("/shopper/login")
    LoggedIn logIn(@Valid @RequestBody Code code) {
        return switch (logIn.logIn(code.platform(), code.code())) {
            case LogIn.Result.LoggedIn(Shopper shopper, boolean first) ->
                    new LoggedIn(
                            tokens.issue(shopper.id(), Role.SHOPPER, properties.tokenLife()),
                            shopper.id(),
                            first);
            case LogIn.Result.Refused() -> throw new LoginRefused(words.say("login.refused"));
            case LogIn.Result.Unavailable() ->
                    throw new LoginUnavailable(words.say("login.unavailable"));
        };
    }
}
