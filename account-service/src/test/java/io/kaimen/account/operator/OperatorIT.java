package io.kaimen.account.operator;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.kaimen.account.OnAccountService;
import io.kaimen.account.Rows;
import io.kaimen.account.operator.LogIn.LoggedIn;
import io.kaimen.service.security.Role;
import io.kaimen.service.testing.Calls;
import io.kaimen.testkit.Together;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.DefaultApplicationArguments;
import org.springframework.web.client.HttpClientErrorException;
import org.springframework.web.client.HttpClientErrorException.Forbidden;
import org.springframework.web.client.HttpClientErrorException.TooManyRequests;
import org.springframework.web.client.HttpClientErrorException.Unauthorized;

@OnAccountService
class OperatorIT {

    private static final String PASSWORD = "a long enough password";

    @Autowired Calls calls;
    @Autowired AddOperator addOperator;
    @Autowired InitialAdministrator initialAdministrator;
    @Autowired Rows rows;

    private final String name = "op-" + Long.toString(System.nanoTime(), 36);

    @Test
    void letsTheInitialAdministratorInForEightHours() {
        LoggedIn in = logIn("admin", OnAccountService.PASSWORD);

        assertThat(in.role()).isEqualTo(Role.ADMINISTRATOR);
        assertThat(Duration.between(Instant.now(), in.expiresAt()))
                .isBetween(Duration.ofHours(8).minusMinutes(1), Duration.ofHours(8));
        assertThat(
                        calls.with(in.token())
                                .get()
                                .uri("/admin/ledger/accounts")
                                .retrieve()
                                .toBodilessEntity()
                                .getStatusCode()
                                .is2xxSuccessful())
                .isTrue();
    }

    @Test
    void createsNoSecondInitialAdministrator() {
        initialAdministrator.run(new DefaultApplicationArguments());

        assertThat(rows.count("operator where name = 'admin'")).isEqualTo(1);
    }

    @Test
    void refusesAWrongPasswordAndAnUnknownNameAlike() {
        addOperator.add(name, PASSWORD, Role.OPERATIONS);

        String wrong = refusal(name, "not the password");
        String unknown = refusal(name + "x", PASSWORD);

        assertThat(wrong).isEqualTo(unknown).contains("login-refused");
    }

    @Test
    void makesAGuesserWait() {
        addOperatorGuessedAt();
        refusal(name, "another guess");

        assertThatThrownBy(() -> logIn(name, PASSWORD)).isInstanceOf(TooManyRequests.class);
        assertThat(outcomes()).containsExactly("REFUSED", "THROTTLED");
    }

    @Test
    void checksNoBurstOfGuesses() throws InterruptedException {
        addOperatorGuessedAt();

        List<Object> answers =
                Together.run(
                        12,
                        i ->
                                () -> {
                                    logIn(name, "guess " + i);
                                    return "in";
                                });

        assertThat(answers).hasOnlyElementsOfTypes(Unauthorized.class, TooManyRequests.class);
        assertThat(answers).filteredOn(Unauthorized.class::isInstance).hasSizeBetween(1, 2);
    }

    @Test
    void recordsEveryLogin() {
        addOperator.add(name, PASSWORD, Role.OPERATIONS);
        logIn(name, PASSWORD);

        assertThat(outcomes()).containsExactly("LOGGED_IN");
    }

    @Test
    void keepsNoPasswordReadable() {
        addOperator.add(name, PASSWORD, Role.OPERATIONS);

        assertThat(rows.texts("select password_hash from operator where name = ?", name).getFirst())
                .startsWith("{bcrypt}")
                .doesNotContain(PASSWORD);
    }

    @Test
    void letsAdministratorsAloneAddOperators() {
        Map<String, Object> operator =
                Map.of("name", name, "password", PASSWORD, "role", "OPERATIONS");

        assertThatThrownBy(() -> add(Role.OPERATIONS, operator)).isInstanceOf(Forbidden.class);
        add(Role.ADMINISTRATOR, operator);
        assertThat(logIn(name, PASSWORD).role()).isEqualTo(Role.OPERATIONS);
        assertThatThrownBy(() -> add(Role.ADMINISTRATOR, operator))
                .isInstanceOf(HttpClientErrorException.Conflict.class);
    }

    @Test
    void givesNobodyAShoppersRole() {
        assertThatThrownBy(() ->
                        add(
                                Role.ADMINISTRATOR,
                                Map.of("name", name, "password", PASSWORD, "role", "SERVICE")))
                .isInstanceOf(HttpClientErrorException.BadRequest.class);
    }

    /** The next wrong password makes the one after it wait half a minute. */
    private void addOperatorGuessedAt() {
        addOperator.add(name, PASSWORD, Role.OPERATIONS);
        rows.change("update operator set failures = 7 where name = ?", name);
    }

    private void add(Role as, Map<String, Object> operator) {
        calls.as(as).post().uri("/admin/operators").body(operator).retrieve().toBodilessEntity();
    }

    private LoggedIn logIn(String who, String password) {
        return requireNonNull(
                calls.anonymous()
                        .post()
                        .uri("/admin/login")
                        .body(Map.of("name", who, "password", password))
                        .retrieve()
                        .body(LoggedIn.class));
    }

    private String refusal(String who, String password) {
        try {
            logIn(who, password);
            throw new AssertionError("let in");
        } catch (Unauthorized refused) {
            return refused.getResponseBodyAsString();
        }
    }

    private List<String> outcomes() {
        return rows.texts("select outcome from operator_login where name = ? order by id", name);
    }
}
