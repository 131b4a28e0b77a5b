/** The product catalog, from DynamoDB to the lake's raw zone, segment by segment. */
package dev.sluice.lambda.items;
