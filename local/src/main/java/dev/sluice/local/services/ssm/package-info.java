/** Systems Manager parameters. */
package dev.sluice.local.services.ssm;
