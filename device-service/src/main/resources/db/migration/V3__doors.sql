-- Claims on doors, and the story of each purchase at its door.

-- The authority over a door: at most one row each.
create table door_claim (
    sn         varchar(32) character set ascii collate ascii_bin not null,
    door       int         not null,
    kind       varchar(16) not null,
    holder     varchar(64) character set ascii collate ascii_bin not null,
    fence      bigint      not null,
    lock_token varchar(128) character set ascii collate ascii_bin not null,
    claimed_at datetime(3) not null,
    primary key (sn, door),
    key ix_door_claim_holder (holder)
);

-- Outlives the claims, so that a door's fences only ever rise.
create table door_fence (
    sn    varchar(32) character set ascii collate ascii_bin not null,
    door  int    not null,
    fence bigint not null,
    primary key (sn, door)
);

create table door_session (
    order_no           varchar(64) character set ascii collate ascii_bin not null primary key,
    shopper_id         varchar(64)  not null,
    platform           varchar(16)  not null,
    sn                 varchar(32) character set ascii collate ascii_bin not null,
    door               int          not null,
    site               varchar(32)  not null,
    region             varchar(32)  not null,
    partner            varchar(64)  not null,
    fence              bigint       not null,
    lock_token         varchar(128) character set ascii collate ascii_bin not null,
    state              varchar(16)  not null,
    state_changed_at   datetime(3)  not null,
    command_id         varchar(64) character set ascii collate ascii_bin,
    command_issued_at  datetime(3),
    -- The lanes' products and prices at the opening, and their last stable weights before the unlock.
    lanes_json         text         not null,
    baseline_json      text         not null,
    opened_boot        varchar(64),
    opened_uptime      bigint,
    opened_at          datetime(3),
    closed_boot        varchar(64),
    closed_uptime      bigint,
    closed_at          datetime(3),
    -- The order was cancelled while the door's fate was open.
    cancelled_at       datetime(3),
    -- Whoever settles the basket has until then before another may try.
    settling_until     datetime(3),
    created_at         datetime(3)  not null,
    key ix_door_session_door (sn, door, state),
    key ix_door_session_due (state, state_changed_at)
);

create table door_session_move (
    id         bigint       not null auto_increment primary key,
    order_no   varchar(64) character set ascii collate ascii_bin not null,
    from_state varchar(16),
    to_state   varchar(16)  not null,
    cause      varchar(200) not null,
    at         datetime(3)  not null,
    key ix_door_session_move (order_no, id)
);

create table cabinet_command (
    command_id      varchar(64) character set ascii collate ascii_bin not null primary key,
    sn              varchar(32) character set ascii collate ascii_bin not null,
    door            int         not null,
    kind            varchar(16) not null,
    order_no        varchar(64) character set ascii collate ascii_bin,
    instance        varchar(64) character set ascii collate ascii_bin not null,
    epoch           bigint      not null,
    -- How often it was handed to an instance: once more with each route it follows.
    sends           int         not null default 1,
    -- How often an instance said that it did not hold the cabinet.
    not_here        int         not null default 0,
    issued_at       datetime(3) not null,
    expires_at      datetime(3) not null,
    sent_at         datetime(3),
    acknowledged_at datetime(3),
    -- The last answer.
    outcome         varchar(16),
    detail          varchar(200),
    answered_at     datetime(3),
    key ix_cabinet_command_order (order_no, issued_at),
    key ix_cabinet_command_cabinet (sn, issued_at)
);

-- Door events, each once however often it is delivered.
create table cabinet_event (
    sn            varchar(32) character set ascii collate ascii_bin not null,
    boot_id       varchar(64) not null,
    sequence      bigint      not null,
    door          int         not null,
    kind          varchar(16) not null,
    uptime_millis bigint      not null,
    received_at   datetime(3) not null,
    command_id    varchar(64),
    -- The session it was taken for; null when there was none.
    order_no      varchar(64) character set ascii collate ascii_bin,
    primary key (sn, boot_id, sequence),
    key ix_cabinet_event_time (sn, received_at),
    key ix_cabinet_event_order (order_no)
);
