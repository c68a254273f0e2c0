package io.kaimen.service.security;

import com.nimbusds.jose.jwk.source.ImmutableSecret;
import feign.RequestInterceptor;
import java.time.Clock;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.http.HttpMethod;
import org.springframework.security.authentication.AbstractAuthenticationToken;
import org.springframework.security.config.annotation.method.configuration.EnableMethodSecurity;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.security.oauth2.jose.jws.MacAlgorithm;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.NimbusJwtDecoder;
import org.springframework.security.oauth2.jwt.NimbusJwtEncoder;
import org.springframework.security.oauth2.server.resource.authentication.JwtAuthenticationToken;
import org.springframework.security.web.SecurityFilterChain;

/** Checks the suite's tokens; the paths say who may call, the same in every service. */
@AutoConfiguration(
        beforeName = {
            "org.springframework.boot.security.autoconfigure.UserDetailsServiceAutoConfiguration",
            "org.springframework.boot.security.autoconfigure.web.servlet.ServletWebSecurityAutoConfiguration",
            "org.springframework.boot.security.oauth2.server.resource.autoconfigure.OAuth2ResourceServerAutoConfiguration"
        })
@EnableConfigurationProperties(SecurityProperties.class)
@EnableMethodSecurity
public class SecurityAutoConfiguration {

    private static final Duration SERVICE_TOKEN_LIFE = Duration.ofMinutes(1);

    @Bean
    Tokens tokens(SecurityProperties properties, Clock clock) {
        return new Tokens(new NimbusJwtEncoder(new ImmutableSecret<>(key(properties))), clock);
    }

    @Bean
    JwtDecoder jwtDecoder(SecurityProperties properties) {
        return NimbusJwtDecoder.withSecretKey(key(properties))
                .macAlgorithm(MacAlgorithm.HS256)
                .build();
    }

    /** Every Feign call says which service it comes from. */
    @Bean
    RequestInterceptor serviceToken(
            Tokens tokens, @Value("${spring.application.name}") String service) {
        return request ->
                request.header(
                        "Authorization",
                        "Bearer " + tokens.issue(service, Role.SERVICE, SERVICE_TOKEN_LIFE));
    }

    @Bean
    SecurityFilterChain securityFilterChain(HttpSecurity http, ProblemResponses problems)
            throws Exception {
        return http.csrf(AbstractHttpConfigurer::disable)
                .sessionManagement(s -> s.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .authorizeHttpRequests(paths ->
                        paths.requestMatchers("/internal/**")
                                .hasRole(Role.SERVICE.name())
                                .requestMatchers(
                                        "/shopper/login",
                                        "/admin/login",
                                        "/callback/**",
                                        "/actuator/health/**",
                                        "/actuator/prometheus",
                                        "/v3/api-docs/**")
                                .permitAll()
                                .requestMatchers(HttpMethod.GET, "/shopper/doors/**")
                                .permitAll()
                                .requestMatchers("/shopper/**")
                                .hasRole(Role.SHOPPER.name())
                                .requestMatchers("/admin/**")
                                .hasAnyRole(Role.ADMINISTRATOR.name(), Role.OPERATIONS.name())
                                .anyRequest()
                                .denyAll())
                .oauth2ResourceServer(server ->
                        server.jwt(jwt ->
                                        jwt.jwtAuthenticationConverter(
                                                SecurityAutoConfiguration::caller))
                                .authenticationEntryPoint(problems)
                                .accessDeniedHandler(problems))
                .exceptionHandling(
                        e -> e.authenticationEntryPoint(problems).accessDeniedHandler(problems))
                .build();
    }

    @Bean
    ProblemResponses problemResponses() {
        return new ProblemResponses();
    }

    private static AbstractAuthenticationToken caller(Jwt jwt) {
        String role = jwt.getClaimAsString(Tokens.ROLE_CLAIM);
        return new JwtAuthenticationToken(jwt, List.of(new SimpleGrantedAuthority("ROLE_" + role)));
    }

    private static SecretKey key(SecurityProperties properties) {
        byte[] bytes = Base64.getDecoder().decode(properties.tokenSecret());
        if (bytes.length < 32) {
            throw new IllegalArgumentException(
                    "kaimen.security.token-secret must be base64 of at least 32 bytes");
        }
        return new SecretKeySpec(bytes, "HmacSHA256");
    }
}
