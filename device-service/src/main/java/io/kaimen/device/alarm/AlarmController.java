package io.kaimen.device.alarm;

import io.kaimen.device.PageRequest;
import io.kaimen.service.page.Paged;
import jakarta.validation.Valid;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Lists alarms for operators. */
@RestController
class AlarmController {

    private final AlarmMapper mapper;

    AlarmController(AlarmMapper mapper) {
        this.mapper = mapper;
    }

    /** Newest first. */
    @GetMapping("/admin/cabinets/alarms")
    Paged<Alarm> alarms(
            @RequestParam(required = false) @Nullable String sn,
            @RequestParam(required = false) Alarm.@Nullable Kind kind,
            @Valid PageRequest page) {
        return PageRequest.answer(mapper.page(page.toPage(), sn, kind));
    }
}
