package io.kaimen.service.problem;

import feign.Response;
import feign.codec.ErrorDecoder;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import org.springframework.http.HttpStatus;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Another service answered an error; status and code are kept. An answer that never came is a
 * {@code feign.RetryableException} instead: nobody knows whether the call took effect.
 */
public class RemoteProblem extends Problem {

    private static final long serialVersionUID = 1;

    RemoteProblem(HttpStatus status, String code, String safeMessage) {
        super(status, code, safeMessage);
    }

    /** Reads problem details off Feign's answers. */
    public static final class Decoder implements ErrorDecoder {

        private final JsonMapper mapper;

        public Decoder(JsonMapper mapper) {
            this.mapper = mapper;
        }

        @Override
        public Exception decode(String methodKey, Response response) {
            HttpStatus status = HttpStatus.resolve(response.status());
            JsonNode body = body(response);
            return new RemoteProblem(
                    status == null ? HttpStatus.BAD_GATEWAY : status,
                    body.path("code").asString("remote-error"),
                    body.path("detail")
                            .asString(host(response) + " answered " + response.status()));
        }

        private JsonNode body(Response response) {
            if (response.body() == null) {
                return mapper.nullNode();
            }
            try (InputStream in = response.body().asInputStream()) {
                return mapper.readTree(in);
            } catch (IOException | JacksonException e) {
                // The status alone tells enough; a body that is no JSON came from something between
                // us.
                return mapper.nullNode();
            }
        }

        private static String host(Response response) {
            return String.valueOf(URI.create(response.request().url()).getHost());
        }
    }
}
