package io.kaimen.channel.login;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import io.kaimen.channel.WechatProperties;
import io.kaimen.contracts.channel.LoginsApi.LoginAnswer;
import java.net.URI;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.client.JdkClientHttpRequestFactory;
import org.springframework.stereotype.Component;
import org.springframework.web.client.RestClient;
import org.springframework.web.client.RestClientException;
import org.springframework.web.util.UriComponentsBuilder;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * WeChat's {@code jscode2session}. The URL carries the app secret and the answer a session key:
 * neither is ever logged or kept.
 */
@Component
class MiniProgramLogin {

    private static final Logger log = LoggerFactory.getLogger(MiniProgramLogin.class);

    private final RestClient http;
    private final JsonMapper json;
    private final WechatProperties wechat;

    MiniProgramLogin(JsonMapper json, WechatProperties wechat) {
        this.json = json;
        this.wechat = wechat;
        var jdk =
                java.net.http.HttpClient.newBuilder()
                        .version(java.net.http.HttpClient.Version.HTTP_1_1)
                        .connectTimeout(wechat.connectTimeout())
                        .build();
        var factory = new JdkClientHttpRequestFactory(jdk);
        factory.setReadTimeout(wechat.readTimeout());
        this.http = RestClient.builder().requestFactory(factory).build();
    }

    /**
     * Exchanges a code for the openid it stands for.
     *
     * @throws LoginUnavailable when WeChat cannot say now, or does not know us
     */
    LoginAnswer exchange(String code) {
        var session = ask(code);
        if (session.error() == 0 && session.openid() != null && !session.openid().isBlank()) {
            return new LoginAnswer(session.openid(), null);
        }
        var refusal = JsCodeError.of(session.error());
        log.warn("WeChat login: error {} ({})", session.error(), refusal);
        return switch (refusal) {
            case CODE_INVALID, CODE_USED, TOO_OFTEN, PERSON_BLOCKED ->
                    new LoginAnswer(null, refusal.plainWords());
            case BUSY, OUR_CONFIGURATION, OTHER -> throw new LoginUnavailable();
        };
    }

    private Session ask(String code) {
        try {
            // As text: the JSON comes with the content type text/plain.
            var body = http.get().uri(uri(code)).retrieve().body(String.class);
            return json.readValue(body == null ? "" : body, Session.class);
        } catch (RestClientException | JacksonException lost) {
            // Only the class: messages may quote the URL or the body.
            log.warn("WeChat login: no readable answer ({})", lost.getClass().getSimpleName());
            throw new LoginUnavailable();
        }
    }

    private URI uri(String code) {
        return UriComponentsBuilder.fromUri(wechat.miniProgramBaseUrl())
                .path("/sns/jscode2session")
                .queryParam("appid", "{appid}")
                .queryParam("secret", "{secret}")
                .queryParam("js_code", "{code}")
                .queryParam("grant_type", "authorization_code")
                .encode()
                .buildAndExpand(wechat.appId(), wechat.appSecret(), code)
                .toUri();
    }

    @JsonIgnoreProperties(ignoreUnknown = true)
    private record Session(@Nullable String openid, @Nullable Integer errcode) {

        int error() {
            return errcode == null ? 0 : errcode;
        }
    }
}
