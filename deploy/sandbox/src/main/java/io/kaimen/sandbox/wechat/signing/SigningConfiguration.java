package io.kaimen.sandbox.wechat.signing;

import io.kaimen.sandbox.calls.CallLog;
import io.kaimen.sandbox.time.PlatformClock;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import tools.jackson.databind.json.JsonMapper;

/** Puts the exchange filter in front of all of APIv3 and of nothing else. */
@Configuration(proxyBeanMethods = false)
class SigningConfiguration {

    @Bean
    FilterRegistrationBean<ApiExchangeFilter> apiExchange(
            RequestVerifier verifier,
            PlatformSigner signer,
            ExchangeFaults faults,
            CallLog calls,
            PlatformClock clock,
            JsonMapper mapper) {
        var filter = new ApiExchangeFilter(verifier, signer, faults, calls, clock, mapper);
        var registration = new FilterRegistrationBean<>(filter);
        registration.addUrlPatterns("/v3/*");
        return registration;
    }
}
