package io.kaimen.replenish.warehouse;

import io.kaimen.service.problem.Problem;
import org.springframework.http.HttpStatus;

class WarehouseCodeTaken extends Problem {

    private static final long serialVersionUID = 1;

    WarehouseCodeTaken(String code) {
        super(
                HttpStatus.CONFLICT,
                "warehouse-code-taken",
                "Another warehouse has the code " + code + ".");
    }
}
