package io.kaimen.sandbox.wechat;

import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Answers every path and method of APIv3 that nobody else answers. */
@RestController
class NoSuchCallController {

    @RequestMapping("/v3/**")
    void refuse() {
        throw Refusal.NO_SUCH_CALL.error();
    }
}
