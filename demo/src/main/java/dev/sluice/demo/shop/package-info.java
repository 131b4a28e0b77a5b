/** The demo shop: a seeded PostgreSQL database and a product catalog in DynamoDB that agree. */
package dev.sluice.demo.shop;
