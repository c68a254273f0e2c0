package io.kaimen.device.session;

import org.apache.rocketmq.spring.annotation.ExtRocketMQTemplateConfiguration;
import org.apache.rocketmq.spring.core.RocketMQTemplate;

/**
 * The producer of baskets. A group of its own, because the broker asks any producer of the group
 * what became of a half message.
 */
@ExtRocketMQTemplateConfiguration(group = "${kaimen.messaging.prefix:}device-service-baskets")
class BasketTemplate extends RocketMQTemplate {}
