package io.kaimen.sandbox.wechat.login;

import io.kaimen.sandbox.keys.KeyRing;
import io.kaimen.sandbox.wechat.login.LoginCodes.Redemption;
import java.security.SecureRandom;
import java.util.Base64;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** {@code jscode2session}: always 200, JSON as plain text, failure told by {@code errcode}. */
@RestController
class LoginController {

    private final LoginCodes codes;
    private final KeyRing.Merchant merchant;
    private final JsonMapper mapper;
    private final SecureRandom random = new SecureRandom();

    LoginController(LoginCodes codes, KeyRing keys, JsonMapper mapper) {
        this.codes = codes;
        this.merchant = keys.merchant();
        this.mapper = mapper;
    }

    @GetMapping(path = "/sns/jscode2session", produces = MediaType.TEXT_PLAIN_VALUE)
    String session(
            @RequestParam(defaultValue = "") String appid,
            @RequestParam(defaultValue = "") String secret,
            @RequestParam(name = "js_code", defaultValue = "") String code,
            @RequestParam(name = "grant_type", defaultValue = "") String grantType) {
        return answer(appid, secret, code, grantType).toString();
    }

    private ObjectNode answer(String appid, String secret, String code, String grantType) {
        if (!merchant.appId().equals(appid)) {
            return error(40013, "invalid appid");
        }
        if (!merchant.appSecret().equals(secret)) {
            return error(40125, "invalid appsecret");
        }
        if (!grantType.equals("authorization_code")) {
            return error(40002, "invalid grant_type");
        }
        return switch (codes.redeem(code)) {
            case Redemption.Redeemed(String openid) -> session(openid);
            case Redemption.AlreadyUsed() -> error(40163, "code been used");
            case Redemption.Unknown() -> error(40029, "invalid code");
        };
    }

    private ObjectNode session(String openid) {
        byte[] sessionKey = new byte[16];
        random.nextBytes(sessionKey);
        return mapper.createObjectNode()
                .put("session_key", Base64.getEncoder().encodeToString(sessionKey))
                .put("openid", openid);
    }

    private ObjectNode error(int code, String message) {
        return mapper.createObjectNode().put("errcode", code).put("errmsg", message);
    }
}
