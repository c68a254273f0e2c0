-- Until then an event waits for those before it; null once it has been applied.
alter table cabinet_event
    add column waits_until datetime(3),
    add key ix_cabinet_event_waiting (sn, waits_until),
    add key ix_cabinet_event_overdue (waits_until);

-- What operators must hear of, once each.
create table alarm (
    alarm_key varchar(160) character set ascii collate ascii_bin not null primary key,
    kind      varchar(32)  not null,
    sn        varchar(32) character set ascii collate ascii_bin not null,
    door      int          not null,
    order_no  varchar(64) character set ascii collate ascii_bin,
    detail    varchar(300) not null,
    raised_at datetime(3)  not null,
    key ix_alarm_time (raised_at),
    key ix_alarm_cabinet (sn, raised_at),
    key ix_alarm_order (order_no)
);

-- What the weights say of a sale whose order had been cancelled: for an operator to decide.
alter table door_session
    add column evidence_json text;

-- Why a door did not open, for who asks later what it was told.
alter table door_session_move
    add column unopened varchar(24);
