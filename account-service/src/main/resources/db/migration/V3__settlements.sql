-- What an order's basket costs and how its money stands. look_at is when the platform is to be asked next; null
-- when there is nothing more to ask. asks counts the times it was asked: a reminder carries the number it is for, so
-- that of many reminders and sweeps one asks.
create table settlement (
    order_no       varchar(40)  not null primary key,
    shopper_id     varchar(40)  not null,
    platform       varchar(16)  not null,
    sn             varchar(64)  not null,
    door           int          not null,
    site           varchar(64)  not null,
    region         varchar(64)  not null,
    partner        varchar(64)  not null,
    status         varchar(16)  not null,
    basket_fen     bigint       not null,
    discount_fen   bigint       not null,
    due_fen        bigint       not null,
    captured_fen   bigint       not null,
    transaction_id varchar(64),
    asks           int          not null,
    look_at        datetime(3),
    opened_at      datetime(3)  not null,
    closed_at      datetime(3)  not null,
    settled_at     datetime(3)  not null,
    paid_at        datetime(3),
    updated_at     datetime(3)  not null,
    key ix_settlement_look (look_at),
    key ix_settlement_status (status, settled_at, order_no),
    key ix_settlement_settled (settled_at, order_no),
    key ix_settlement_shopper (shopper_id, settled_at)
);

create table settlement_line (
    order_no       varchar(40)  not null,
    line_no        int          not null,
    lane           int          not null,
    sku            varchar(64)  not null,
    product_name   varchar(128) not null,
    quantity       int          not null,
    unit_price_fen bigint       not null,
    amount_fen     bigint       not null,
    primary key (order_no, line_no)
);

create table settlement_move (
    id          bigint       not null auto_increment primary key,
    order_no    varchar(40)  not null,
    from_status varchar(16),
    to_status   varchar(16)  not null,
    cause       varchar(200) not null,
    moved_at    datetime(3)  not null,
    key ix_settlement_move_order (order_no)
);

-- What a person has to look at; the same finding is recorded once.
create table settlement_alert (
    id        bigint       not null auto_increment primary key,
    order_no  varchar(40)  not null,
    kind      varchar(32)  not null,
    subject   varchar(64)  not null,
    detail    varchar(300) not null,
    raised_at datetime(3)  not null,
    unique key uk_settlement_alert (order_no, kind, subject),
    key ix_settlement_alert_raised (raised_at)
);
