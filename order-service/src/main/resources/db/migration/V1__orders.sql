-- Openids, tokens and numbers are compared byte by byte: every table is utf8mb4_bin.

create table shopper (
    id         varchar(32)  not null primary key,
    platform   varchar(16)  not null,
    openid     varchar(128) not null,
    created_at datetime(3)  not null,
    -- Two first logins at once make one shopper: the second insert fails here.
    unique key uk_shopper_openid (platform, openid)
) default charset = utf8mb4 collate = utf8mb4_bin;

create table orders (
    order_no           varchar(32)  not null primary key,
    shopper_id         varchar(32)  not null,
    platform           varchar(16)  not null,
    sn                 varchar(64)  not null,
    door               int          not null,
    place              varchar(160) not null,
    status             varchar(16)  not null,
    door_status        varchar(16)  not null,
    payment_status     varchar(20)  not null,
    -- The shopper's id until the order has ended, then null: one running order a shopper.
    running_shopper_id varchar(32),
    fence              bigint       not null,
    lock_token         varchar(128),
    -- Set before the platform is asked to cancel; from then on no authorisation is accepted.
    cancel_cause       varchar(32),
    basket_fen         bigint,
    due_fen            bigint,
    paid_fen           bigint,
    transaction_id     varchar(64),
    scanned_at         datetime(3)  not null,
    created_at         datetime(3)  not null,
    authorised_at      datetime(3),
    door_commanded_at  datetime(3),
    opened_at          datetime(3),
    closed_at          datetime(3),
    basket_at          datetime(3),
    charged_at         datetime(3),
    cancelled_at       datetime(3),
    abnormal_at        datetime(3),
    -- When the sweep looks at the order; null when nothing is waited for.
    look_at            datetime(3),
    updated_at         datetime(3)  not null,
    unique key uk_orders_running (running_shopper_id),
    key ix_orders_cabinet (sn, status, created_at),
    key ix_orders_cabinet_all (sn, created_at),
    key ix_orders_status (status, created_at),
    key ix_orders_shopper (shopper_id, created_at),
    key ix_orders_payment (shopper_id, payment_status, created_at),
    key ix_orders_created (created_at),
    key ix_orders_look (look_at),
    constraint ck_orders_cancelled_unopened check (status <> 'CANCELLED' or opened_at is null)
) default charset = utf8mb4 collate = utf8mb4_bin;

-- Every change of the three states.
create table order_move (
    id          bigint       not null auto_increment primary key,
    order_no    varchar(32)  not null,
    machine     varchar(8)   not null,
    from_state  varchar(20)  not null,
    to_state    varchar(20)  not null,
    cause       varchar(255) not null,
    moved_at    datetime(3)  not null,
    recorded_at datetime(3)  not null,
    key ix_order_move_order (order_no, id)
) default charset = utf8mb4 collate = utf8mb4_bin;

-- The sales read model: what was sold where.
create table order_line (
    order_no       varchar(32)  not null,
    line_no        int          not null,
    sn             varchar(64)  not null,
    lane           int          not null,
    sku            varchar(64)  not null,
    product_name   varchar(128) not null,
    quantity       int          not null,
    unit_price_fen bigint       not null,
    amount_fen     bigint       not null,
    site           varchar(64)  not null,
    region         varchar(64)  not null,
    partner        varchar(64)  not null,
    sold_at        datetime(3)  not null,
    primary key (order_no, line_no),
    key ix_order_line_sku (sku, sold_at),
    key ix_order_line_region (region, sold_at)
) default charset = utf8mb4 collate = utf8mb4_bin;

-- What the scales said, as it came with the basket.
create table order_basket (
    order_no  varchar(32) not null primary key,
    site      varchar(64) not null,
    region    varchar(64) not null,
    partner   varchar(64) not null,
    algorithm varchar(64) not null,
    flagged   boolean     not null,
    lanes     json        not null,
    flags     json        not null
) default charset = utf8mb4 collate = utf8mb4_bin;

-- Written before a door is claimed and deleted when the order's row is there or the claim is given
-- back: what a process that died in between had claimed.
create table claim_intent (
    order_no   varchar(32) not null primary key,
    shopper_id varchar(32) not null,
    sn         varchar(64) not null,
    door       int         not null,
    created_at datetime(3) not null,
    key ix_claim_intent_created (created_at)
) default charset = utf8mb4 collate = utf8mb4_bin;

create table blacklist_entry (
    id                bigint       not null auto_increment primary key,
    shopper_id        varchar(32)  not null,
    -- The shopper's id until the entry is lifted, then null: one entry in force a shopper.
    active_shopper_id varchar(32),
    reason            varchar(255) not null,
    expires_at        datetime(3),
    created_by        varchar(64)  not null,
    created_at        datetime(3)  not null,
    updated_at        datetime(3)  not null,
    lifted_by         varchar(64),
    lifted_at         datetime(3),
    unique key uk_blacklist_active (active_shopper_id),
    key ix_blacklist_shopper (shopper_id, created_at),
    key ix_blacklist_created (created_at)
) default charset = utf8mb4 collate = utf8mb4_bin;

-- Seata's, for branches of global transactions.
create table undo_log (
    branch_id     bigint       not null,
    xid           varchar(128) not null,
    context       varchar(128) not null,
    rollback_info longblob     not null,
    log_status    int          not null,
    log_created   datetime(6)  not null,
    log_modified  datetime(6)  not null,
    unique key ux_undo_log (xid, branch_id),
    key ix_log_created (log_created)
) default charset = utf8mb4;
