-- What we asked the platforms to vouch for. The request is kept to the letter: a repeat must not differ.
create table authorisation (
    order_no   varchar(32)  not null primary key,
    platform   varchar(16)  not null,
    status     varchar(16)  not null,
    openid     varchar(128) not null,
    sn         varchar(64)  not null,
    door       int          not null,
    request    text         not null,
    front_end  text,
    refusal    varchar(255),
    created_at datetime(3)  not null,
    updated_at datetime(3)  not null,
    key ix_authorisation_status (status, created_at)
);

-- What we asked the platforms to collect; one an order, the request kept as above.
create table capture (
    order_no       varchar(32) not null primary key,
    platform       varchar(16) not null,
    status         varchar(16) not null,
    total_fen      bigint      not null,
    request        mediumtext  not null,
    transaction_id varchar(64),
    refusal        varchar(255),
    created_at     datetime(3) not null,
    updated_at     datetime(3) not null,
    key ix_capture_status (status, created_at)
);

-- What the platforms told us: one row for each thing told, however often they tell it.
create table platform_notification (
    id          bigint       not null auto_increment primary key,
    platform    varchar(16)  not null,
    business_no varchar(64)  not null,
    event_type  varchar(64)  not null,
    outcome     varchar(128) not null,
    status      varchar(16)  not null,
    deliveries  int          not null,
    first_at    datetime(3)  not null,
    last_at     datetime(3)  not null,
    unique key uk_platform_notification (platform, business_no, event_type, outcome),
    key ix_platform_notification_status (status, first_at)
);
