-- After the rows: building an index once is cheaper than keeping it while copying.
ALTER TABLE categories ADD PRIMARY KEY (category_id), ADD UNIQUE (slug);
ALTER TABLE suppliers ADD PRIMARY KEY (supplier_id);
ALTER TABLE products ADD PRIMARY KEY (product_id), ADD UNIQUE (sku);
ALTER TABLE customers ADD PRIMARY KEY (customer_id), ADD UNIQUE (email);
ALTER TABLE addresses ADD PRIMARY KEY (address_id);
ALTER TABLE orders ADD PRIMARY KEY (order_id);
ALTER TABLE order_items ADD PRIMARY KEY (order_item_id), ADD UNIQUE (order_id, line_number);
ALTER TABLE payments ADD PRIMARY KEY (payment_id);
ALTER TABLE shipments ADD PRIMARY KEY (shipment_id);
ALTER TABLE returns ADD PRIMARY KEY (return_id);
ALTER TABLE reviews ADD PRIMARY KEY (review_id);
ALTER TABLE inventory ADD PRIMARY KEY (inventory_id), ADD UNIQUE (product_id, warehouse);

ALTER TABLE categories ADD FOREIGN KEY (parent_id) REFERENCES categories;
ALTER TABLE products
  ADD FOREIGN KEY (category_id) REFERENCES categories,
  ADD FOREIGN KEY (supplier_id) REFERENCES suppliers;
ALTER TABLE addresses ADD FOREIGN KEY (customer_id) REFERENCES customers;
ALTER TABLE orders
  ADD FOREIGN KEY (customer_id) REFERENCES customers,
  ADD FOREIGN KEY (shipping_address_id) REFERENCES addresses;
ALTER TABLE order_items
  ADD FOREIGN KEY (order_id) REFERENCES orders,
  ADD FOREIGN KEY (product_id) REFERENCES products;
ALTER TABLE payments ADD FOREIGN KEY (order_id) REFERENCES orders;
ALTER TABLE shipments ADD FOREIGN KEY (order_id) REFERENCES orders;
ALTER TABLE returns ADD FOREIGN KEY (order_item_id) REFERENCES order_items;
ALTER TABLE reviews
  ADD FOREIGN KEY (product_id) REFERENCES products,
  ADD FOREIGN KEY (customer_id) REFERENCES customers;
ALTER TABLE inventory ADD FOREIGN KEY (product_id) REFERENCES products;
