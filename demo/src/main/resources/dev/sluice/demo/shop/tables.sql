-- The demo shop. Column order is the order in which the generator writes values.
CREATE TYPE customer_segment AS ENUM ('consumer', 'business', 'non-profit');
CREATE TYPE address_kind AS ENUM ('home', 'work', 'pick-up point');
CREATE TYPE product_status AS ENUM ('active', 'draft', 'discontinued');
CREATE TYPE order_status AS ENUM ('placed', 'paid', 'shipped', 'delivered', 'cancelled');
CREATE TYPE payment_method AS ENUM ('card', 'transfer', 'wallet', 'gift card');

CREATE TABLE categories (
  category_id integer NOT NULL,
  parent_id integer,
  name text NOT NULL,
  slug text NOT NULL,
  path text[] NOT NULL
);

CREATE TABLE suppliers (
  supplier_id integer NOT NULL,
  name text NOT NULL,
  country char(2) NOT NULL,
  contact jsonb,
  credit_limit numeric(18, 4),
  reliability real,
  active boolean NOT NULL,
  since date NOT NULL
);

CREATE TABLE products (
  product_id bigint NOT NULL,
  sku varchar(20) NOT NULL,
  name text NOT NULL,
  category_id integer NOT NULL,
  supplier_id integer NOT NULL,
  price numeric(18, 4) NOT NULL,
  cost numeric(18, 4),
  weight_kg double precision NOT NULL,
  tags text[] NOT NULL,
  attributes jsonb NOT NULL,
  thumbnail bytea,
  status product_status NOT NULL,
  created_at timestamptz NOT NULL
);

CREATE TABLE customers (
  customer_id bigint NOT NULL,
  email text NOT NULL,
  full_name text NOT NULL,
  phone text,
  birth_date date,
  preferences jsonb,
  loyalty_points integer NOT NULL,
  segment customer_segment NOT NULL,
  newsletter boolean,
  avatar bytea,
  notes text,
  created_at timestamptz NOT NULL
);

CREATE TABLE addresses (
  address_id bigint NOT NULL,
  customer_id bigint NOT NULL,
  kind address_kind NOT NULL,
  lines text[] NOT NULL,
  city text NOT NULL,
  postcode varchar(12),
  country char(2) NOT NULL,
  latitude numeric(9, 6),
  longitude numeric(9, 6)
);

CREATE TABLE orders (
  order_id bigint NOT NULL,
  customer_id bigint NOT NULL,
  shipping_address_id bigint,
  status order_status NOT NULL,
  placed_at timestamptz NOT NULL,
  currency char(3) NOT NULL,
  shipping_cost numeric(18, 4) NOT NULL,
  total numeric(18, 4) NOT NULL,
  coupon text,
  notes text,
  meta jsonb
);

CREATE TABLE order_items (
  order_item_id bigint NOT NULL,
  order_id bigint NOT NULL,
  line_number smallint NOT NULL,
  product_id bigint NOT NULL,
  quantity integer NOT NULL,
  unit_price numeric(18, 4) NOT NULL,
  discount numeric(5, 4) NOT NULL,
  amount numeric(18, 4) NOT NULL
);

CREATE TABLE payments (
  payment_id bigint NOT NULL,
  order_id bigint NOT NULL,
  method payment_method NOT NULL,
  amount numeric(18, 4) NOT NULL,
  succeeded boolean NOT NULL,
  paid_at timestamptz,
  gateway jsonb NOT NULL,
  card_token bytea
);

CREATE TABLE shipments (
  shipment_id bigint NOT NULL,
  order_id bigint NOT NULL,
  tracking uuid NOT NULL,
  carrier text NOT NULL,
  parcel_weights double precision[],
  shipped_at timestamptz NOT NULL,
  delivered_at timestamptz
);

CREATE TABLE returns (
  return_id bigint NOT NULL,
  order_item_id bigint NOT NULL,
  quantity integer NOT NULL,
  refund numeric(18, 4) NOT NULL,
  reason text,
  requested_on date NOT NULL,
  photo bytea
);

CREATE TABLE reviews (
  review_id bigint NOT NULL,
  product_id bigint NOT NULL,
  customer_id bigint NOT NULL,
  stars smallint NOT NULL,
  title text,
  body text NOT NULL,
  helpful integer,
  posted_at timestamptz NOT NULL
);

CREATE TABLE inventory (
  inventory_id bigint NOT NULL,
  product_id bigint NOT NULL,
  warehouse char(3) NOT NULL,
  on_hand integer NOT NULL,
  reorder_at smallint,
  bins integer[],
  counted_at timestamp NOT NULL
);
