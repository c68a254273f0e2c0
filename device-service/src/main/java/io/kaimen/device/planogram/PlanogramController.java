package io.kaimen.device.planogram;

import io.kaimen.device.catalog.NewPrice;
import io.kaimen.device.planogram.ReplacePlanogram.Planogram;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** What operators do with a cabinet's lanes. */
@RestController
@RequestMapping("/admin")
class PlanogramController {

    private final ReplacePlanogram replacePlanogram;
    private final SetLanePrice setLanePrice;

    PlanogramController(ReplacePlanogram replacePlanogram, SetLanePrice setLanePrice) {
        this.replacePlanogram = replacePlanogram;
        this.setLanePrice = setLanePrice;
    }

    /** A whole planogram; lanes not named sell nothing. */
    record NewPlanogram(@NotNull @Size(max = 1000) List<@NotNull @Valid Slot> slots) {}

    @PutMapping("/cabinets/{sn}/planogram")
    Planogram replace(
            @PathVariable String sn,
            @Valid @RequestBody NewPlanogram planogram,
            @AuthenticationPrincipal(expression = "subject") String operator) {
        return replacePlanogram.replace(sn, planogram.slots(), operator);
    }

    @GetMapping("/cabinets/{sn}/planogram")
    Planogram current(@PathVariable String sn) {
        return replacePlanogram.current(sn);
    }

    @PutMapping("/prices/lanes/{sn}/{lane}/{sku}")
    NewPrice setLanePrice(
            @PathVariable String sn,
            @PathVariable int lane,
            @PathVariable String sku,
            @Valid @RequestBody NewPrice price,
            @AuthenticationPrincipal(expression = "subject") String operator) {
        setLanePrice.set(sn, lane, sku, price.priceFen(), operator);
        return price;
    }
}
