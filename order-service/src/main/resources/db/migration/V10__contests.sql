-- A contested line of an ended order. Its photos are no rows: they are kept by a store of their own.
create table contest (
    id           varchar(32)  not null primary key,
    order_no     varchar(32)  not null,
    shopper_id   varchar(32)  not null,
    lane         int          not null,
    sku          varchar(64)  not null,
    product_name varchar(128) not null,
    quantity     int          not null,
    amount_fen   bigint       not null,
    text         varchar(500) not null,
    status       varchar(16)  not null,
    -- Order, lane and product until it is decided, then null: one open contest a line.
    open_line    varchar(128),
    refund_fen   bigint,
    created_at   datetime(3)  not null,
    updated_at   datetime(3)  not null,
    unique key uk_contest_open (open_line),
    key ix_contest_order (order_no, created_at),
    key ix_contest_status (status, created_at),
    key ix_contest_created (created_at),
    constraint ck_contest_refund check ((status = 'ACCEPTED') = (refund_fen is not null))
) default charset = utf8mb4 collate = utf8mb4_bin;

-- Every change of state, with who made it and why.
create table contest_move (
    id         bigint       not null auto_increment primary key,
    contest_id varchar(32)  not null,
    to_status  varchar(16)  not null,
    actor      varchar(64)  not null,
    cause      varchar(255) not null,
    moved_at   datetime(3)  not null,
    key ix_contest_move (contest_id, id)
) default charset = utf8mb4 collate = utf8mb4_bin;

create table contest_photo (
    contest_id varchar(32) not null,
    photo_no   int         not null,
    bytes      int         not null,
    created_at datetime(3) not null,
    primary key (contest_id, photo_no)
) default charset = utf8mb4 collate = utf8mb4_bin;
