/** Secrets Manager: generated and given secrets, kept on disk. */
package dev.sluice.local.aws.services.secrets;
