package io.kaimen.channel.authorisation;

import io.kaimen.channel.platform.PaymentPlatform;
import io.kaimen.channel.platform.PaymentPlatform.Vouching;
import io.kaimen.channel.platform.PaymentPlatforms;
import io.kaimen.contracts.channel.AuthorisationsApi.AuthorisationAnswer;
import io.kaimen.contracts.channel.AuthorisationsApi.CreateAuthorisation;
import io.kaimen.contracts.channel.AuthorisationsApi.Outcome;
import io.kaimen.service.state.StaleMove;
import java.time.Clock;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/**
 * Asks the platform to vouch. The row is there before the platform is asked, so that a notification
 * finds its order, and a repeat after a crash sends the same words.
 */
@Component
class Authorise {

    private static final TypeReference<Map<String, String>> PARAMETERS = new TypeReference<>() {};

    private final PaymentPlatforms platforms;
    private final Authorisations authorisations;
    private final JsonMapper json;
    private final Clock clock;

    Authorise(
            PaymentPlatforms platforms,
            Authorisations authorisations,
            JsonMapper json,
            Clock clock) {
        this.platforms = platforms;
        this.authorisations = authorisations;
        this.json = json;
        this.clock = clock;
    }

    /**
     * The answer, the same for every repeat.
     *
     * @throws AuthorisationEnded when it was cancelled before or meanwhile
     */
    AuthorisationAnswer authorise(CreateAuthorisation wanted) {
        var platform = platforms.of(wanted.platform());
        var authorisation = authorisations.open(wanted, platform.authorisationRequest(wanted));
        if (authorisation.status() != AuthorisationStatus.REQUESTED) {
            return answer(authorisation);
        }
        var vouching = platform.authorise(authorisation.orderNo(), authorisation.request());
        return answer(kept(platform, authorisation, vouching));
    }

    private Authorisation kept(
            PaymentPlatform platform, Authorisation requested, Vouching vouching) {
        var now = clock.instant();
        var answered =
                switch (vouching) {
                    case Vouching.Created(var frontEnd) ->
                            requested.created(json.writeValueAsString(frontEnd), now);
                    case Vouching.Refused(var plainWords) -> requested.refused(plainWords, now);
                };
        try {
            authorisations.move(AuthorisationStatus.REQUESTED, answered);
            return answered;
        } catch (StaleMove overtaken) {
            return asOvertaken(platform, requested.orderNo());
        }
    }

    /** A repeat was answered first, or it was cancelled while the platform was being asked. */
    private Authorisation asOvertaken(PaymentPlatform platform, String orderNo) {
        var known = authorisations.find(orderNo).orElseThrow();
        if (known.status() == AuthorisationStatus.ENDED) {
            platform.cancel(orderNo, "Cancelled before it was confirmed");
        }
        return known;
    }

    private AuthorisationAnswer answer(Authorisation authorisation) {
        return switch (authorisation.status()) {
            case CREATED, AUTHORISED ->
                    new AuthorisationAnswer(
                            Outcome.CREATED, parameters(authorisation.frontEnd()), null);
            case REFUSED ->
                    new AuthorisationAnswer(Outcome.REFUSED, Map.of(), authorisation.refusal());
            case ENDED -> throw new AuthorisationEnded(authorisation.orderNo());
            case REQUESTED -> throw new IllegalStateException("not answered yet");
        };
    }

    private Map<String, String> parameters(@Nullable String frontEnd) {
        return frontEnd == null ? Map.of() : json.readValue(frontEnd, PARAMETERS);
    }
}
