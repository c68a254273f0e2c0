-- Messages waiting to be sent; rows are deleted once the broker has them.
create table outbox (
    id          bigint       not null auto_increment primary key,
    event_id    char(36)     not null,
    topic       varchar(64)  not null,
    message_key varchar(64)  not null,
    tag         varchar(64),
    body        mediumblob   not null,
    deliver_at  datetime(3),
    created_at  datetime(3)  not null,
    unique key uk_outbox_event (event_id),
    key ix_outbox_created (created_at)
);

-- Events a consumer group has handled, so that a second delivery has no effect.
create table consumed_message (
    consumer_group varchar(96)  not null,
    event_id       varchar(120) not null,
    consumed_at    datetime(3)  not null,
    primary key (consumer_group, event_id),
    key ix_consumed_at (consumed_at)
);
