package io.kaimen.replenish.warehouse;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

@RestController
class WarehouseController {

    private final Warehouses warehouses;

    WarehouseController(Warehouses warehouses) {
        this.warehouses = warehouses;
    }

    /** Repeating it answers 200 with what is there. */
    @PostMapping("/admin/warehouses")
    ResponseEntity<Warehouse> add(@Valid @RequestBody NewWarehouse request) {
        boolean added = warehouses.add(request.code(), request.name());
        Warehouse warehouse =
                warehouses
                        .find(request.code())
                        .filter(w -> w.name().equals(request.name()))
                        .orElseThrow(() -> new WarehouseCodeTaken(request.code()));
        return ResponseEntity.status(added ? HttpStatus.CREATED : HttpStatus.OK).body(warehouse);
    }

    @GetMapping("/admin/warehouses")
    List<Warehouse> all() {
        return warehouses.all();
    }

    record NewWarehouse(
            @NotNull @Pattern(regexp = "[A-Za-z0-9._-]{1,32}") String code,
            @NotBlank @Size(max = 128) String name) {}
}
