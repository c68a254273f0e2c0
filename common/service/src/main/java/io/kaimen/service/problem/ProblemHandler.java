package io.kaimen.service.problem;

import jakarta.validation.ConstraintViolationException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.web.bind.MethodArgumentNotValidException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.context.request.WebRequest;
import org.springframework.web.servlet.mvc.method.annotation.ResponseEntityExceptionHandler;

/** Renders every error as RFC 9457 problem details with a property {@code code}. */
@RestControllerAdvice
public class ProblemHandler extends ResponseEntityExceptionHandler {

    private static final Logger log = LoggerFactory.getLogger(ProblemHandler.class);

    @ExceptionHandler
    ResponseEntity<ProblemDetail> problem(Problem problem) {
        if (problem.status().is5xxServerError()) {
            log.warn("answered {} {}", problem.status().value(), problem.code(), problem);
        }
        ResponseEntity<ProblemDetail> answer =
                answer(problem.status(), problem.code(), problem.safeMessage());
        Duration retryAfter = problem.retryAfter();
        return retryAfter == null ? answer : withRetry(answer, retryAfter.toSeconds());
    }

    /** In the header for programs that know HTTP, in the body for pages that see only that. */
    private static ResponseEntity<ProblemDetail> withRetry(
            ResponseEntity<ProblemDetail> answer, long seconds) {
        ProblemDetail detail = Objects.requireNonNull(answer.getBody());
        detail.setProperty("retryAfterSeconds", seconds);
        return ResponseEntity.status(answer.getStatusCode())
                .header(HttpHeaders.RETRY_AFTER, String.valueOf(seconds))
                .body(detail);
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> accessDenied(AccessDeniedException denied) {
        return answer(HttpStatus.FORBIDDEN, "forbidden", "Your role does not allow this.");
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> invalid(ConstraintViolationException invalid) {
        return answer(
                HttpStatus.BAD_REQUEST, "invalid-request", String.valueOf(invalid.getMessage()));
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> unexpected(Exception unexpected) {
        log.error("unexpected failure", unexpected);
        return answer(
                HttpStatus.INTERNAL_SERVER_ERROR, "internal", "Something went wrong on our side.");
    }

    @Override
    protected @Nullable ResponseEntity<Object> handleMethodArgumentNotValid(
            MethodArgumentNotValidException invalid,
            HttpHeaders headers,
            HttpStatusCode status,
            WebRequest request) {
        ProblemDetail body = invalid.getBody();
        List<Map<String, String>> errors =
                invalid.getBindingResult().getFieldErrors().stream()
                        .map(e ->
                                Map.of(
                                        "field",
                                        e.getField(),
                                        "message",
                                        String.valueOf(e.getDefaultMessage())))
                        .toList();
        body.setProperty("errors", errors);
        return handleExceptionInternal(invalid, body, headers, status, request);
    }

    /** Spring's own errors carry a problem already; it lacks our code. */
    @Override
    protected ResponseEntity<Object> createResponseEntity(
            @Nullable Object body, HttpHeaders headers, HttpStatusCode status, WebRequest request) {
        if (body instanceof ProblemDetail detail
                && (detail.getProperties() == null
                        || !detail.getProperties().containsKey("code"))) {
            detail.setProperty(
                    "code", status.value() == 400 ? "invalid-request" : "http-" + status.value());
        }
        return super.createResponseEntity(body, headers, status, request);
    }

    private static ResponseEntity<ProblemDetail> answer(
            HttpStatus status, String code, String message) {
        ProblemDetail detail = ProblemDetail.forStatusAndDetail(status, message);
        detail.setProperty("code", code);
        return ResponseEntity.status(status).body(detail);
    }
}
