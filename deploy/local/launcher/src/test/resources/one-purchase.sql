-- Order K1: two units of lane 1 and one of lane 2, 1250 fen, paid by WeChat. Over at ten o'clock.
set @t = '2026-03-01 10:00:00.000';

insert into orders.orders (order_no, shopper_id, platform, sn, door, place, status, door_status, payment_status,
    running_shopper_id, fence, basket_fen, due_fen, paid_fen, transaction_id, scanned_at, created_at, opened_at,
    closed_at, updated_at)
values ('K1', 's1', 'WECHAT', 'C1', 1, 'Lobby', 'SETTLED', 'CLOSED', 'PAID', null, 1, 1250, 1250, 1250, 'T1',
    @t, @t, @t, @t, @t);
insert into orders.order_line (order_no, line_no, sn, lane, sku, product_name, quantity, unit_price_fen, amount_fen,
    site, region, partner, sold_at)
values ('K1', 1, 'C1', 1, 'COLA', 'Cola', 2, 400, 800, 'S', 'R', 'P', @t),
       ('K1', 2, 'C1', 2, 'CHIPS', 'Chips', 1, 450, 450, 'S', 'R', 'P', @t);

insert into device.door_session (order_no, shopper_id, platform, sn, door, site, region, partner, fence, lock_token,
    state, state_changed_at, lanes_json, baseline_json, created_at)
values ('K1', 's1', 'WECHAT', 'C1', 1, 'S', 'R', 'P', 1, 'K1:token', 'SETTLED', @t, '[]', '[]', @t);
insert into device.basket (order_no, attempt, total_fen, lanes_json, flags_json, algorithm, settled_at)
values ('K1', 'a1', 1250, '[]', '[]', 'simple', @t);
insert into device.basket_line (order_no, lane, sku, product_name, quantity, unit_price_fen, amount_fen)
values ('K1', 1, 'COLA', 'Cola', 2, 400, 800),
       ('K1', 2, 'CHIPS', 'Chips', 1, 450, 450);

insert into account.purchase (order_no, shopper_id, running_shopper_id, placed_at, freed_at, freed_by)
values ('K1', 's1', null, @t, @t, 'PAID');
insert into account.settlement (order_no, shopper_id, platform, sn, door, site, region, partner, status, basket_fen,
    discount_fen, due_fen, captured_fen, transaction_id, asks, opened_at, closed_at, settled_at, paid_at, updated_at)
values ('K1', 's1', 'WECHAT', 'C1', 1, 'S', 'R', 'P', 'PAID', 1250, 0, 1250, 1250, 'T1', 1, @t, @t, @t, @t, @t);
insert into account.settlement_line (order_no, line_no, lane, sku, product_name, quantity, unit_price_fen, amount_fen)
values ('K1', 1, 1, 'COLA', 'Cola', 2, 400, 800),
       ('K1', 2, 2, 'CHIPS', 'Chips', 1, 450, 450);
insert into account.ledger_transaction (id, business_key, order_no, description, posted_at)
values (1, 'sale:K1', 'K1', 'Goods taken', @t),
       (2, 'collection:wechat:T1', 'K1', 'Collected by WECHAT', @t);
insert into account.ledger_entry (transaction_id, account, party, amount_fen)
values (1, 'SHOPPER_RECEIVABLE', 's1', 1250),
       (1, 'SALES_REVENUE', '', -1250),
       (2, 'WECHAT_RECEIVABLE', '', 1250),
       (2, 'SHOPPER_RECEIVABLE', 's1', -1250);

insert into channel.authorisation (order_no, platform, status, openid, sn, door, request, created_at, updated_at)
values ('K1', 'WECHAT', 'AUTHORISED', 'o-1', 'C1', 1, '{}', @t, @t);
insert into channel.capture (order_no, platform, status, total_fen, request, transaction_id, created_at, updated_at)
values ('K1', 'WECHAT', 'PAID', 1250, '{}', 'T1', @t, @t);
insert into channel.platform_notification (platform, business_no, event_type, outcome, status, deliveries, first_at,
    last_at)
values ('WECHAT', 'K1', 'PAYSCORE.USER_PAID', 'PAID:1250:T1', 'BELIEVED', 1, @t, @t);

insert into replenish.lane_stock (sn, lane, door, sku, product_name, units, par_level, restock_threshold,
    planogram_version, flagged, moved_at, updated_at)
values ('C1', 1, 1, 'COLA', 'Cola', 8, 10, 2, 1, false, @t, @t),
       ('C1', 2, 1, 'CHIPS', 'Chips', 9, 10, 2, 1, false, @t, @t);
insert into replenish.stock_movement (sn, lane, sku, cause, units, units_after, reference, moved_by, moved_at)
values ('C1', 1, 'COLA', 'COUNTED', 10, 10, 'count:1', 'admin', @t),
       ('C1', 2, 'CHIPS', 'COUNTED', 10, 10, 'count:2', 'admin', @t),
       ('C1', 1, 'COLA', 'SOLD', -2, 8, 'K1', 'device-service', @t),
       ('C1', 2, 'CHIPS', 'SOLD', -1, 9, 'K1', 'device-service', @t);
