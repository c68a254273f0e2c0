package io.kaimen.service.apidocs;

import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.IntegerSchema;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.ObjectSchema;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.media.StringSchema;
import io.swagger.v3.oas.models.responses.ApiResponse;
import java.util.List;
import java.util.regex.Pattern;
import org.springdoc.core.customizers.GlobalOpenApiCustomizer;

/** Says of every operation how it refuses, and of the few that need no token that they do not. */
class Refusals implements GlobalOpenApiCustomizer {

    private static final String SCHEMA = "Problem";

    private static final String PROBLEM_JSON = "application/problem+json";

    /** As {@code SecurityAutoConfiguration} permits them to all. */
    private static final Pattern OPEN = Pattern.compile("/(shopper|admin)/login|/callback/.*");

    private static final Pattern OPEN_TO_READ = Pattern.compile("/shopper/doors/.*");

    @Override
    public void customise(OpenAPI description) {
        if (description.getPaths() == null) {
            return;
        }
        // Only now: what no operation refers to yet is taken out of a description before.
        description.schema(SCHEMA, schema());
        description
                .getPaths()
                .forEach((path, item) -> {
                    item.readOperations().forEach(Refusals::refuses);
                    if (OPEN.matcher(path).matches()) {
                        item.readOperations().forEach(Refusals::needsNoToken);
                    }
                    if (OPEN_TO_READ.matcher(path).matches() && item.getGet() != null) {
                        needsNoToken(item.getGet());
                    }
                });
    }

    private static void refuses(Operation operation) {
        var content =
                new Content()
                        .addMediaType(
                                PROBLEM_JSON,
                                new MediaType()
                                        .schema(
                                                new Schema<>()
                                                        .$ref("#/components/schemas/" + SCHEMA)));
        operation
                .getResponses()
                .setDefault(
                        new ApiResponse().description("Refused, with the reason").content(content));
    }

    private static void needsNoToken(Operation operation) {
        operation.setSecurity(List.of());
    }

    private static Schema<?> schema() {
        return new ObjectSchema()
                .description("Problem details, RFC 9457")
                .addProperty("title", new StringSchema())
                .addProperty("status", new IntegerSchema().description("HTTP status"))
                .addProperty("detail", new StringSchema().description("for people"))
                .addProperty(
                        "code", new StringSchema().description("stable; programs decide by it"))
                .addProperty(
                        "retryAfterSeconds",
                        new IntegerSchema()
                                .description("when the same request may well succeed; else absent"))
                .required(List.of("status", "code"));
    }
}
