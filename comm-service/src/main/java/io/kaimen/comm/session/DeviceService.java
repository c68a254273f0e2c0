package io.kaimen.comm.session;

import io.kaimen.contracts.device.CabinetSessionsApi;
import org.springframework.cloud.openfeign.FeignClient;

/** Device-service over HTTP; not primary, so that a test can stand in for that service. */
@FeignClient(name = "device-service", primary = false)
interface DeviceService extends CabinetSessionsApi {}
