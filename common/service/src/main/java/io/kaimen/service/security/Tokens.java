package io.kaimen.service.security;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.springframework.security.oauth2.jose.jws.MacAlgorithm;
import org.springframework.security.oauth2.jwt.JwsHeader;
import org.springframework.security.oauth2.jwt.JwtClaimsSet;
import org.springframework.security.oauth2.jwt.JwtEncoder;
import org.springframework.security.oauth2.jwt.JwtEncoderParameters;

/**
 * Issues the suite's bearer tokens: JWT, HS256, claims {@code sub}, {@code role}, {@code iat},
 * {@code exp}.
 */
public class Tokens {

    static final String ROLE_CLAIM = "role";

    private final JwtEncoder encoder;
    private final Clock clock;

    public Tokens(JwtEncoder encoder, Clock clock) {
        this.encoder = encoder;
        this.clock = clock;
    }

    /**
     * Issues a token.
     *
     * @param subject shopper id, operator name or service name
     */
    public String issue(String subject, Role role, Duration validFor) {
        Instant now = clock.instant();
        JwtClaimsSet claims =
                JwtClaimsSet.builder()
                        .subject(subject)
                        .claim(ROLE_CLAIM, role.name())
                        .issuedAt(now)
                        .expiresAt(now.plus(validFor))
                        .build();
        JwsHeader header = JwsHeader.with(MacAlgorithm.HS256).build();
        return encoder.encode(JwtEncoderParameters.from(header, claims)).getTokenValue();
    }
}
