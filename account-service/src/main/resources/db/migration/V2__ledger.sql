-- The chart of accounts; the names in code are io.kaimen.account.ledger.LedgerAccount, and a test compares the two.
create table ledger_account (
    code       varchar(32) not null primary key,
    kind       varchar(16) not null,
    name       varchar(64) not null,
    created_at datetime(3) not null
);

insert into ledger_account (code, kind, name, created_at)
values ('WECHAT_RECEIVABLE', 'ASSET', 'Collected by WeChat Pay, not yet paid out', utc_timestamp(3)),
       ('ALIPAY_RECEIVABLE', 'ASSET', 'Collected by Alipay, not yet paid out', utc_timestamp(3)),
       ('SHOPPER_RECEIVABLE', 'ASSET', 'Owed by shoppers for goods taken', utc_timestamp(3)),
       ('SHOPPER_BALANCE', 'LIABILITY', 'Topped up by shoppers, not yet spent', utc_timestamp(3)),
       ('SALES_REVENUE', 'REVENUE', 'Sales at list price', utc_timestamp(3)),
       ('DISCOUNTS', 'EXPENSE', 'Given away by coupons and points', utc_timestamp(3));

-- Rows of the ledger are only ever inserted. The business key says what was posted, once.
create table ledger_transaction (
    id           bigint       not null auto_increment primary key,
    business_key varchar(120) not null,
    order_no     varchar(40),
    description  varchar(200) not null,
    posted_at    datetime(3)  not null,
    unique key uk_ledger_transaction_key (business_key),
    key ix_ledger_transaction_order (order_no)
);

-- Debits are positive, credits negative; the entries of a transaction sum to zero. The party is whose part of the
-- account it is (a shopper), or empty. Balances are sums over the covering index.
create table ledger_entry (
    id             bigint      not null auto_increment primary key,
    transaction_id bigint      not null,
    account        varchar(32) not null,
    party          varchar(40) not null,
    amount_fen     bigint      not null,
    key ix_ledger_entry_transaction (transaction_id),
    key ix_ledger_entry_balance (account, party, amount_fen),
    constraint fk_ledger_entry_transaction foreign key (transaction_id) references ledger_transaction (id),
    constraint fk_ledger_entry_account foreign key (account) references ledger_account (code),
    constraint ck_ledger_entry_amount check (amount_fen <> 0)
);
