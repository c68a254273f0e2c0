package io.kaimen.account.capture;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
class AskAgainController {

    private final AskAgain askAgain;

    AskAgainController(AskAgain askAgain) {
        this.askAgain = askAgain;
    }

    /** Why somebody asks; kept with the settlement's moves. */
    record Question(@NotBlank @Size(max = 150) String reason) {}

    @PostMapping("/admin/settlements/{orderNo}/ask")
    @ResponseStatus(HttpStatus.ACCEPTED)
    void ask(
            @PathVariable("orderNo") String orderNo,
            @Valid @RequestBody Question question,
            @AuthenticationPrincipal(expression = "subject") String operator) {
        askAgain.ask(orderNo, operator, question.reason());
    }
}
