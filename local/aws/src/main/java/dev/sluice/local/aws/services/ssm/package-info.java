/** Systems Manager parameters. */
package dev.sluice.local.aws.services.ssm;
