/** STS: who am I. */
package dev.sluice.local.aws.services.sts;
