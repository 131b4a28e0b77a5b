/** DynamoDB: DynamoDB Local in this process. */
package dev.sluice.local.aws.services.dynamodb;
