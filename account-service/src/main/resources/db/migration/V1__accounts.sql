-- Seata AT keeps here what undoes a branch of a global transaction.
create table undo_log (
    branch_id     bigint       not null,
    xid           varchar(128) not null,
    context       varchar(128) not null,
    rollback_info longblob     not null,
    log_status    int          not null,
    log_created   datetime(6)  not null,
    log_modified  datetime(6)  not null,
    unique key uk_undo_log (xid, branch_id),
    key ix_undo_log_created (log_created)
);

-- One row a shopper; written in the global transaction of the first login.
create table account (
    shopper_id varchar(40) not null primary key,
    status     varchar(16) not null,
    opened_at  datetime(3) not null,
    updated_at datetime(3) not null
);

-- One row a purchase. running_shopper_id is the shopper while the purchase runs and null afterwards, so that its
-- unique key allows one running purchase a shopper. The row stays when the purchase ends: a hold that arrives late
-- for an order that is over meets it and is turned away.
create table purchase (
    order_no           varchar(40) not null primary key,
    shopper_id         varchar(40) not null,
    running_shopper_id varchar(40),
    placed_at          datetime(3),
    freed_at           datetime(3),
    freed_by           varchar(64),
    unique key uk_purchase_running (running_shopper_id)
);

-- The holds there are now, for who looks from outside.
create view purchase_hold as
select running_shopper_id as shopper_id, order_no, placed_at
from purchase
where running_shopper_id is not null;
