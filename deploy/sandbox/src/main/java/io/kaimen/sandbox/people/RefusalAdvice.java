package io.kaimen.sandbox.people;

import io.kaimen.sandbox.wechat.ApiError;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.ProblemDetail;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;

/** Tells programs that play people what the platform refused them. */
@RestControllerAdvice(basePackageClasses = RefusalAdvice.class)
class RefusalAdvice {

    @ExceptionHandler
    ProblemDetail refused(ApiError error) {
        ProblemDetail problem =
                ProblemDetail.forStatusAndDetail(
                        HttpStatusCode.valueOf(error.refusal().status()), error.message());
        problem.setProperty("code", error.refusal().name());
        return problem;
    }
}
