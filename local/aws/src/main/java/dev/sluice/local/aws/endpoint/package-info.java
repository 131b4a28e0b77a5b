/** AWS's wire protocols on one local HTTP port. */
package dev.sluice.local.aws.endpoint;
