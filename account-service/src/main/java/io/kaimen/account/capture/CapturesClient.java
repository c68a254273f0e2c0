package io.kaimen.account.capture;

import io.kaimen.contracts.channel.CapturesApi;
import org.springframework.cloud.openfeign.FeignClient;

@FeignClient(name = "channel-service", contextId = "captures", primary = false)
interface CapturesClient extends CapturesApi {}
