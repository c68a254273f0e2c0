package io.kaimen.sandbox.people;

import io.kaimen.sandbox.people.ConfirmPage.Opened;
import io.kaimen.sandbox.wechat.ApiError;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;

/** The confirmation page for a phone's browser, in place of WeChat's own. */
@RestController
@RequestMapping(path = "/sandbox/payscore/confirm-page", produces = "text/html;charset=UTF-8")
class ConfirmPageController {

    private final ConfirmPage page;

    ConfirmPageController(ConfirmPage page) {
        this.page = page;
    }

    @GetMapping
    String open(
            @RequestParam(name = "package", defaultValue = "") String packageToken,
            @RequestParam(defaultValue = "") String openid) {
        String person = openid.isEmpty() ? People.somebody() : openid;
        return ConfirmPageHtml.question(page.open(packageToken), person);
    }

    @PostMapping(consumes = MediaType.APPLICATION_FORM_URLENCODED_VALUE)
    String decide(
            @RequestParam(name = "package") String packageToken,
            @RequestParam String ticket,
            @RequestParam String openid,
            @RequestParam String decision) {
        Opened opened = page.opened(packageToken, ticket);
        if (!decision.equals("confirm")) {
            return ConfirmPageHtml.declined();
        }
        page.confirm(opened, openid);
        return ConfirmPageHtml.message("确认成功", "柜门即将打开,请取货后关门。");
    }

    @ExceptionHandler
    ResponseEntity<String> refused(ApiError error) {
        return ResponseEntity.status(error.refusal().status())
                .contentType(MediaType.valueOf("text/html;charset=UTF-8"))
                .body(ConfirmPageHtml.message("无法确认", error.message()));
    }

    @ExceptionHandler
    ResponseEntity<String> refused(ResponseStatusException error) {
        String reason = error.getReason();
        return ResponseEntity.status(error.getStatusCode())
                .contentType(MediaType.valueOf("text/html;charset=UTF-8"))
                .body(ConfirmPageHtml.message("页面已失效", reason == null ? "" : reason));
    }
}
