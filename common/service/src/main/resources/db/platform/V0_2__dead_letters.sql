-- Messages that a handler could not handle, for an operator to replay or discard.
create table dead_letter (
    id              bigint        not null auto_increment primary key,
    consumer_group  varchar(96)   not null,
    topic           varchar(64)   not null,
    -- The envelope's, or a digest of a body that has none.
    event_id        varchar(120)  not null,
    message_key     varchar(255),
    body            mediumblob    not null,
    error_class     varchar(255)  not null,
    error_message   varchar(1000) not null,
    tries           int           not null,
    -- As far as the instance that parked it has seen the tries.
    first_failed_at datetime(3)   not null,
    last_failed_at  datetime(3)   not null,
    state           varchar(16)   not null,
    -- Who replayed or discarded it, when, and why it was discarded.
    resolved_by     varchar(64),
    resolved_at     datetime(3),
    reason          varchar(500),
    unique key uk_dead_letter_event (consumer_group, event_id),
    key ix_dead_letter_state (state, consumer_group)
);
