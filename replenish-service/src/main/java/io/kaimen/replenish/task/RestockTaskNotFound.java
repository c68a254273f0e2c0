package io.kaimen.replenish.task;

import io.kaimen.service.problem.Problem;
import org.springframework.http.HttpStatus;

class RestockTaskNotFound extends Problem {

    private static final long serialVersionUID = 1;

    RestockTaskNotFound(String taskNo) {
        super(
                HttpStatus.NOT_FOUND,
                "restock-task-not-found",
                "There is no restock task " + taskNo + ".");
    }
}
