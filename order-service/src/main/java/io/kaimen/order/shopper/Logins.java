package io.kaimen.order.shopper;

import io.kaimen.contracts.channel.LoginsApi;
import org.springframework.cloud.openfeign.FeignClient;

/** Channel-service's logins at the platforms. */
@FeignClient(name = "channel-service", contextId = "logins")
interface Logins extends LoginsApi {}
