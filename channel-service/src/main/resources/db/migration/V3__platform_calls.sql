-- Every call made to a platform, for who asks later what happened to an order; kept for some days. No bodies, no
-- identities.
create table platform_call (
    id         bigint      not null auto_increment primary key,
    order_no   varchar(32) not null,
    platform   varchar(16) not null,
    operation  varchar(16) not null,
    outcome    varchar(16) not null,
    status     int,
    error      varchar(64),
    started_at datetime(3) not null,
    millis     bigint      not null,
    key ix_platform_call_order (order_no, started_at),
    key ix_platform_call_started (started_at)
);
