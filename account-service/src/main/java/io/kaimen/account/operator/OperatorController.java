package io.kaimen.account.operator;

import io.kaimen.account.operator.LogIn.LoggedIn;
import io.kaimen.account.operator.LogIn.Refused;
import io.kaimen.account.operator.LogIn.Throttled;
import io.kaimen.service.security.Role;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
class OperatorController {

    private final LogIn logIn;
    private final AddOperator addOperator;
    private final Operators operators;

    OperatorController(LogIn logIn, AddOperator addOperator, Operators operators) {
        this.logIn = logIn;
        this.addOperator = addOperator;
        this.operators = operators;
    }

    @PostMapping("/admin/login")
    LoggedIn logIn(@Valid @RequestBody Credentials credentials, HttpServletRequest request) {
        return switch (logIn.logIn(
                credentials.name(), credentials.password(), request.getRemoteAddr())) {
            case LoggedIn in -> in;
            case Refused refused -> throw new LoginRefused();
            case Throttled throttled -> throw new TooManyAttempts(throttled.until());
        };
    }

    @PostMapping("/admin/operators")
    @PreAuthorize("hasRole('ADMINISTRATOR')")
    @ResponseStatus(HttpStatus.CREATED)
    void add(@Valid @RequestBody NewOperator operator) {
        addOperator.add(operator.name(), operator.password(), operator.role());
    }

    @GetMapping("/admin/operators")
    @PreAuthorize("hasRole('ADMINISTRATOR')")
    List<OperatorView> operators() {
        return operators.all().stream()
                .map(o -> new OperatorView(o.name(), o.role(), o.status(), o.createdAt()))
                .toList();
    }

    record Credentials(
            @NotBlank @Size(max = 32) String name, @NotBlank @Size(max = 72) String password) {

        /** Never shows the password. */
        @Override
        public String toString() {
            return "Credentials[name=" + name + "]";
        }
    }

    /** The password is ASCII of a length that bcrypt takes in whole. */
    record NewOperator(
            @NotNull @Pattern(regexp = "[a-z0-9][a-z0-9._-]{2,31}") String name,
            @NotNull @Pattern(regexp = "[ -~]{12,72}") String password,
            @NotNull Role role) {

        /** Never shows the password. */
        @Override
        public String toString() {
            return "NewOperator[name=" + name + ", role=" + role + "]";
        }
    }

    record OperatorView(String name, Role role, Operator.Status status, Instant createdAt) {}
}
