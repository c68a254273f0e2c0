package io.kaimen.service.apidocs;

import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.info.Info;
import io.swagger.v3.oas.models.security.SecurityRequirement;
import io.swagger.v3.oas.models.security.SecurityScheme;
import io.swagger.v3.oas.models.servers.Server;
import java.util.List;
import org.springdoc.core.customizers.GlobalOpenApiCustomizer;
import org.springdoc.core.customizers.GlobalOperationCustomizer;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.context.annotation.Bean;

/** Describes a service at {@code /v3/api-docs}: who may call, what refusals look like. */
@AutoConfiguration
@ConditionalOnClass(GlobalOpenApiCustomizer.class)
public class ApiDocsAutoConfiguration {

    private static final String BEARER = "bearer";

    /** What is alike in all descriptions; the paths come from the controllers. */
    @Bean
    OpenAPI description(@Value("${spring.application.name}") String service) {
        return new OpenAPI()
                .info(
                        new Info()
                                .title(service)
                                .version("1")
                                .description(
                                        "Amounts are fen, times ISO 8601 in UTC. Every refusal is"
                                                + " problem details (RFC 9457) with a stable"
                                                + " `code`."))
                // Whoever reads this calls through the edge, wherever the service itself listens.
                .servers(List.of(new Server().url("/").description("the edge")))
                .components(new Components().addSecuritySchemes(BEARER, bearer()))
                .addSecurityItem(new SecurityRequirement().addList(BEARER));
    }

    private static SecurityScheme bearer() {
        return new SecurityScheme()
                .type(SecurityScheme.Type.HTTP)
                .scheme("bearer")
                .bearerFormat("JWT")
                .description(
                        "`/shopper/**`: the token of POST /shopper/login (order-service);"
                                + " `/admin/**`: that of POST /admin/login (account-service).");
    }

    @Bean
    GlobalOperationCustomizer wordsForOperations() {
        return new OperationWords();
    }

    @Bean
    GlobalOpenApiCustomizer refusalsAndOpenPaths() {
        return new Refusals();
    }
}
