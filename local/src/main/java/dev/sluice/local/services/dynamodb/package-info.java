/** DynamoDB: DynamoDB Local in this process. */
package dev.sluice.local.services.dynamodb;
