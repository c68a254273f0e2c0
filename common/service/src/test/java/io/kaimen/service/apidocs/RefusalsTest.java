package io.kaimen.service.apidocs;

import static org.assertj.core.api.Assertions.assertThat;

import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.PathItem;
import io.swagger.v3.oas.models.Paths;
import io.swagger.v3.oas.models.responses.ApiResponses;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RefusalsTest {

    @ParameterizedTest
    @CsvSource({
        "/shopper/login, false",
        "/admin/login, false",
        "/callback/wechat/payscore, false",
        "/shopper/doors/{sn}/{door}, false",
        "/shopper/orders, true",
        "/admin/orders, true"
    })
    void saysWhichOperationsNeedNoToken(String path, boolean token) {
        var operation = described(path);

        // Null is what holds for the whole description: a token.
        assertThat(operation.getSecurity() == null).isEqualTo(token);
    }

    @Test
    void saysHowEveryOperationRefuses() {
        var operation = new Operation().responses(new ApiResponses());
        var description = describing("/admin/orders", operation);
        var refusal = operation.getResponses().getDefault();

        assertThat(refusal.getContent()).containsOnlyKeys("application/problem+json");
        assertThat(refusal.getContent().values())
                .extracting(body -> body.getSchema().get$ref())
                .containsOnly("#/components/schemas/Problem");
        assertThat(description.getComponents().getSchemas()).containsKey("Problem");
    }

    @ParameterizedTest
    @CsvSource({"logIn, Log in", "AdminOrders, Admin orders", "list, List", "byHand, By hand"})
    void putsNamesIntoWords(String name, String words) {
        assertThat(OperationWords.words(name)).isEqualTo(words);
    }

    private static Operation described(String path) {
        var operation = new Operation().responses(new ApiResponses());
        describing(path, operation);
        return operation;
    }

    private static OpenAPI describing(String path, Operation operation) {
        var description =
                new OpenAPI().paths(new Paths().addPathItem(path, new PathItem().get(operation)));
        new Refusals().customise(description);
        return description;
    }
}
