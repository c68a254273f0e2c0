package io.kaimen.service.apidocs;

import io.swagger.v3.oas.models.Operation;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.springdoc.core.customizers.GlobalOperationCustomizer;
import org.springframework.web.method.HandlerMethod;

/** Names an operation after its method and its group after its controller, in plain words. */
class OperationWords implements GlobalOperationCustomizer {

    private static final Pattern NEXT_WORD = Pattern.compile("(?<=[a-z0-9])(?=[A-Z])");

    @Override
    public Operation customize(Operation operation, HandlerMethod method) {
        if (operation.getSummary() == null) {
            operation.setSummary(words(method.getMethod().getName()));
        }
        var controller = method.getBeanType().getSimpleName().replaceFirst("Controller$", "");
        operation.setTags(List.of(words(controller)));
        return operation;
    }

    /** {@code logIn} is {@code Log in}. */
    static String words(String name) {
        var words = NEXT_WORD.matcher(name).replaceAll(" ").toLowerCase(Locale.ROOT);
        return Character.toUpperCase(words.charAt(0)) + words.substring(1);
    }
}
