package io.kaimen.service.letters;

import static org.assertj.core.api.Assertions.assertThat;

import io.kaimen.service.problem.Problem;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.http.HttpStatus;

class SafeErrorTest {

    @Test
    void tellsWhereAndWhatButNotTheDataInTheMessage() {
        var error =
                SafeError.of(
                        new DataIntegrityViolationException(
                                "row of 13800000000", new SQLException("phone 13800000000")));

        assertThat(error.type()).isEqualTo(DataIntegrityViolationException.class.getName());
        assertThat(error.message())
                .startsWith("java.sql.SQLException at " + SafeErrorTest.class.getName() + ".")
                .doesNotContain("13800000000");
    }

    @Test
    void keepsWhatAProblemSaysToItsCallers() {
        var error = SafeError.of(new Problem(HttpStatus.CONFLICT, "door-in-use", "It is in use."));

        assertThat(error.message()).isEqualTo("door-in-use: It is in use.");
    }

    @Test
    void fitsItsColumns() {
        var error = SafeError.of(new Problem(HttpStatus.CONFLICT, "long", "much ".repeat(1_000)));

        assertThat(error.message()).hasSize(1_000);
    }
}
