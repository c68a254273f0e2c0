package io.kaimen.device.cabinet;

import com.baomidou.mybatisplus.core.metadata.IPage;
import io.kaimen.contracts.device.CabinetStatus;
import io.kaimen.device.PageRequest;
import io.kaimen.device.cabinet.CabinetMapper.LaneRow;
import io.kaimen.device.cabinet.ChangeCabinet.Suspension;
import io.kaimen.device.cabinet.RegisterCabinet.NewCabinet;
import io.kaimen.device.cabinet.RegisterCabinet.Registered;
import io.kaimen.device.shadow.CabinetShadow;
import io.kaimen.device.shadow.Shadows;
import io.kaimen.service.page.Paged;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** What operators do with cabinets. */
@RestController
@RequestMapping("/admin/cabinets")
class CabinetController {

    private final Cabinets cabinets;
    private final CabinetMapper mapper;
    private final RegisterCabinet registerCabinet;
    private final ChangeCabinet changeCabinet;
    private final Shadows shadows;

    CabinetController(
            Cabinets cabinets,
            CabinetMapper mapper,
            RegisterCabinet registerCabinet,
            ChangeCabinet changeCabinet,
            Shadows shadows) {
        this.cabinets = cabinets;
        this.mapper = mapper;
        this.registerCabinet = registerCabinet;
        this.changeCabinet = changeCabinet;
        this.shadows = shadows;
    }

    /** A new credential, shown this once. */
    record NewCredential(String sn, String credential) {}

    /** Whether to stop selling, and why. */
    record SuspensionRequest(
            @NotNull @Nullable Boolean suspended, @Size(max = 200) @Nullable String reason) {}

    @PostMapping
    ResponseEntity<Registered> register(
            @Valid @RequestBody NewCabinet cabinet,
            @AuthenticationPrincipal(expression = "subject") String operator) {
        return registerCabinet.register(cabinet, operator).toResponse();
    }

    @GetMapping
    Paged<CabinetView> list(
            @RequestParam(required = false) @Nullable CabinetStatus status,
            @RequestParam(required = false) @Nullable String site,
            @Valid PageRequest page) {
        IPage<Cabinet> found = mapper.page(page.toPage(), status, site);
        return PageRequest.answer(found).map(cabinet -> CabinetView.of(cabinet, List.of()));
    }

    @GetMapping("/{sn}")
    CabinetView one(@PathVariable String sn) {
        Cabinet cabinet = cabinets.get(sn);
        List<LaneRow> lanes = mapper.lanes(sn);
        CabinetShadow shadow = shadows.of(sn);
        return CabinetView.of(
                cabinet,
                mapper.doors(sn).stream()
                        .map(door -> CabinetView.door(door, lanes, shadow))
                        .toList());
    }

    @PostMapping("/{sn}/credential")
    NewCredential rotateCredential(
            @PathVariable String sn,
            @AuthenticationPrincipal(expression = "subject") String operator) {
        Credential credential = changeCabinet.rotateCredential(sn, operator);
        return new NewCredential(sn, credential.characters());
    }

    @DeleteMapping("/{sn}/credential")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void revokeCredential(
            @PathVariable String sn,
            @AuthenticationPrincipal(expression = "subject") String operator) {
        changeCabinet.revokeCredential(sn, operator);
    }

    @PutMapping("/{sn}/suspension")
    Suspension suspend(
            @PathVariable String sn,
            @Valid @RequestBody SuspensionRequest request,
            @AuthenticationPrincipal(expression = "subject") String operator) {
        var wanted = new Suspension(Boolean.TRUE.equals(request.suspended()), request.reason());
        changeCabinet.suspend(sn, wanted, operator);
        return wanted;
    }
}
